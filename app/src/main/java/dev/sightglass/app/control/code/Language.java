package dev.sightglass.app.control.code;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What has to be known of a language to colour it.
 *
 * @param keywords its reserved words
 * @param lineComments what starts a comment that reaches to the end of the line
 * @param blocks what starts a comment over several lines, with what ends it
 * @param longStrings what starts a string over several lines, with what ends it
 * @param quotes characters that enclose strings within a line
 * @param keys whether a name before a colon (or a variable) is coloured as a key
 */
public record Language(
        Set<String> keywords,
        Set<String> lineComments,
        Map<String, String> blocks,
        Map<String, String> longStrings,
        String quotes,
        Keys keys) {

    /** What counts as a key. */
    enum Keys {
        NONE,
        BEFORE_COLON,
        VARIABLES,
        MARKUP,
        DIFF
    }

    private static final Map<String, String> C_BLOCKS = Map.of("/*", "*/");

    public static final Language PLAIN = new Language(Set.of(), Set.of(), Map.of(), Map.of(), "", Keys.NONE);

    public static final Language JSON =
            new Language(Set.of(), Set.of("//"), C_BLOCKS, Map.of(), "\"", Keys.BEFORE_COLON);

    public static final Language SHELL =
            new Language(words("""
            if then else elif fi for while until do done case esac in function return local export set unset cd
            echo exit source alias eval exec trap
            """), Set.of("#"), Map.of(), Map.of(), "\"'", Keys.VARIABLES);

    static final Language DIFF = new Language(Set.of(), Set.of(), Map.of(), Map.of(), "", Keys.DIFF);

    static final Language MARKUP =
            new Language(Set.of(), Set.of(), Map.of("<!--", "-->"), Map.of(), "\"'", Keys.MARKUP);

    static final Language YAML = new Language(Set.of(), Set.of("#"), Map.of(), Map.of(), "\"'", Keys.BEFORE_COLON);

    static final Language CSS = new Language(Set.of(), Set.of(), C_BLOCKS, Map.of(), "\"'", Keys.BEFORE_COLON);

    static final Language SQL = new Language(words("""
            select from where insert into values update set delete create table index view join left right inner
            outer on group by order having limit offset as and or not null is in exists distinct union all
            primary key foreign references alter drop add begin commit rollback with case when then end
            """), Set.of("--"), C_BLOCKS, Map.of(), "'\"", Keys.NONE);

    static final Language PYTHON =
            new Language(words("""
            and as assert async await break class continue def del elif else except finally for from global if
            import in is lambda match case nonlocal not or pass raise return try while with yield self
            """), Set.of("#"), Map.of(), Map.of("\"\"\"", "\"\"\"", "'''", "'''"), "\"'", Keys.NONE);

    static final Language SCRIPT = new Language(words("""
            abstract any as async await boolean break case catch class const continue declare default delete do
            else enum export extends finally for from function if implements import in instanceof interface keyof
            let namespace never new number of private protected public readonly return static string super switch
            this throw try type typeof var void while yield
            """), Set.of("//"), C_BLOCKS, Map.of("`", "`"), "\"'", Keys.NONE);

    static final Language JAVA =
            new Language(words("""
            abstract assert boolean break byte case catch char class const continue default do double else enum
            extends final finally float for fun if implements import in instanceof int interface internal is long
            native new object open override package permits private protected public record return sealed short
            static super switch synchronized this throw throws transient try val var void volatile when while
            yield
            """), Set.of("//"), C_BLOCKS, Map.of("\"\"\"", "\"\"\""), "\"'", Keys.NONE);

    /** C, C++, C#, Go, Rust, Swift and their like. */
    static final Language C_LIKE = new Language(words("""
            as async auto await bool break case chan char class const constexpr continue crate default defer do
            double dyn else enum explicit export extern f32 f64 fallthrough float fn for foreach friend func go
            goto i32 i64 if impl import in include inline int interface let long loop map match mod move mut
            namespace new operator override package private protected pub public range ref return select self
            short signed sizeof static str string struct super switch template this throw trait try type typedef
            u8 u32 u64 union unsafe unsigned use using var virtual void volatile where while
            """), Set.of("//"), C_BLOCKS, Map.of(), "\"'`", Keys.NONE);

    private static final Map<String, Language> BY_NAME = Map.ofEntries(
            Map.entry("json,jsonc,json5,jsonl", JSON),
            Map.entry("sh,bash,shell,zsh,console,terminal,dockerfile,makefile,make", SHELL),
            Map.entry("diff,patch", DIFF),
            Map.entry("html,xml,svg,xhtml,vue,xsd,pom,fxml", MARKUP),
            Map.entry("yaml,yml,toml,ini,properties,env,cfg,conf", YAML),
            Map.entry("css,scss,less", CSS),
            Map.entry("sql,psql,sqlite", SQL),
            Map.entry("python,py,py3,pyi,ruby,rb,r,perl,pl", PYTHON),
            Map.entry("js,javascript,jsx,ts,typescript,tsx,mjs,cjs,mts,cts", SCRIPT),
            Map.entry("java,kotlin,kt,kts,groovy,gradle,scala", JAVA),
            Map.entry("c,h,cpp,c++,cc,cxx,hpp,cs,csharp,go,golang,rust,rs,swift,php,dart,proto,zig", C_LIKE));

    private static Set<String> words(String words) {
        return Set.of(words.strip().split("\\s+"));
    }

    /** The language with this name or file extension, as after the fence of a code block; {@link #PLAIN} when unknown. */
    public static Language named(String name) {
        String first = name.strip().split("[\\s,{:]", 2)[0].toLowerCase(Locale.ROOT);
        for (Map.Entry<String, Language> entry : BY_NAME.entrySet())
            if (Set.of(entry.getKey().split(",")).contains(first)) return entry.getValue();
        return PLAIN;
    }

    /** The language of a file, by its name. */
    public static Language ofFile(String path) {
        String file = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        return named(file.substring(file.lastIndexOf('.') + 1));
    }
}
