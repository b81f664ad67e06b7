def generated = new File(basedir, 'target/generated-sources/annotations/com/example')
def missing = ['HouseCodec', 'QHouse', 'HouseRepository', 'DoorCodec', 'QDoor', 'DoorRepository', 'House_CardProjection']
        .findAll { !new File(generated, it + '.java').file }
assert missing.empty
assert !new File(basedir, 'target/classes/com/example/House.class').exists()
