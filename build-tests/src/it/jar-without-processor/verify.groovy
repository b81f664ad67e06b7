def log = new File(basedir, 'build.log').text
def errors = log.readLines().findAll { it.startsWith('[ERROR]') && it.contains('.java:') }.unique()
assert errors.every { it.contains('[DocumentNotProcessed]') }
assert errors.size() == 1
