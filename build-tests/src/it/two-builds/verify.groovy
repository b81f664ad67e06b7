/** The bytes of everything that a build has written, by name. */
def written = { String module ->
    def found = [:]
    ['generated-sources', 'classes'].each { folder ->
        def root = new File(basedir, "$module/target/$folder")
        root.eachFileRecurse(groovy.io.FileType.FILES) {
            found["$folder/" + root.toPath().relativize(it.toPath())] = Arrays.hashCode(it.bytes)
        }
    }
    found
}
def one = written('one')
assert one.keySet().any { it.endsWith('HouseCodec.java') } && one.keySet().any { it.endsWith('HouseCodec.class') }
assert one == written('two')
