def log = new File(basedir, 'build.log').text
def refusals = log.readLines().findAll { it.startsWith('[ERROR]') && it.contains('Cottage.java:[7,') }.unique()
assert refusals.size() == 1
assert refusals[0].contains('[SchemaTypeChanged] Cottage.rooms is stored as an array of int, but according to the schema file as int')
assert refusals[0].endsWith('-Aligature.schema.accept=Cottage.rooms')

def schema = new File(basedir, 'schema.json').text
assert schema.contains('"rooms": {"type": {"array": "int"}, "required": true}')
def diagram = new File(basedir, 'docs/model.mmd').text
assert diagram.contains('rooms int [*]')
assert [schema, diagram].every { it.contains('Cottage') && !it.contains('Tent') }
