using System.Text.RegularExpressions;

namespace Gates.BuiltIn.DlpScan.Scanning;

/// <summary>What the reader of rules adds to their patterns: where a token may begin and end, and how people assign a value to a name.</summary>
internal static partial class RulePatterns
{
    // What is written for a quote and for what assigns: as it is, or escaped for a string, JSON, an address or HTML.
    private const string Quote = """(?:\\{0,3}["'`]|\\{0,2}u002[27]|\\x2[27]|%(?:25)?2[27]|&(?:quot|apos|#3[49]|#[xX]2[27]);)""";
    private const string Assigns = """(?:=>|:=|==?|:|,|\(|>|\\{0,2}u003[adAD]|\\x3[adAD]|%(?:25)?3[adAD]|&gt;|&#(?:61|58);)""";
    private const string Rest = """[A-Za-z0-9_. \t-]{0,40}""";

    // Names of what is public, and of what merely looks random.
    private const string Public =
        "(?!" + Rest + """(?:(?i:sha(?:1|256|512)?(?![a-z])|commit|checksum|digest|md5|revision|etag|fingerprint|hash|version|public|"""
        + """[_. -](?:uuid|guid|ids?|ref|rev|url|image|build)(?![a-z]))|[a-z]I[dD]s?(?![a-z])))""";

    private const string Ends = """["'`\\%&=:,;(>{\]\r\n]""";

    // {"key": "NAME", "value": "…"}, and how Kubernetes names a variable.
    private const string Apart = "(?:[,;]?\\s{0,24}" + Quote + "?(?i:value)" + Quote + "?)?";

    // What a value is handed to, and what it stands in for.
    private const string Call = """(?:(?>[A-Za-z0-9_. ]{1,40})\(\s{0,8}(?:""" + Quote + "(?>[A-Za-z0-9_.-]{1,40})" + Quote
        + """,\s{0,4})?|(?>[A-Za-z0-9_.]{1,60}) {0,2}(?:\|\||\?\?|or) {0,2})?""";
    private const string Secret = "(?i:key|token|secret|auth|pass|pwd|credential|licen[cs]e|api)";

    // name: { site: …, key: … }, on lines of their own, too.
    private const string Others = "(?:" + Quote + "?(?>[A-Za-z_]{1,24})" + Quote + "?[ \\t]{0,4}[:=][ \\t]{0,4}(?>[^\\s{}]{1,60})(?>\\s{1,20})){0,3}";
    private const string Inner = "(?:[{\\[]?\\s{0,20}(?:- )?" + Others + Quote
        + "?[A-Za-z0-9_.-]{0,24}(?i:key|token|secret|password|auth|credential|pat)(?i:s|_?value)?"
        + Quote + "?[ \\t]{0,4}" + Assigns + "\\s{0,8})";

    // A name on a command line has only a space behind it.
    private const string Flagged = """(?<=--[a-z-]{0,16}|(?:ENV|ARG|setx|set -[gUx]{1,3})[ \t]{1,4})""";

    // u0022 without its backslash.
    private const string ButEscape = "(?<!u(?=00(?:0[9ADad]|2[0-9A-Fa-f]|3[A-Fa-f]|5[B-Db-d]|7[BDbd]))))";

    /// <summary>A token does not stand inside a longer word; but what an escape ends with before it, or begins with after it, is no word.</summary>
    public static string Bounded(string token) =>
        """(?:(?<![A-Za-z0-9])|(?<=\\(?:[abefnrtv]|[0-7]{1,3}|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4})|%(?:25)?[0-9A-Fa-f]{2}|=(?:3D|2[0267])"""
        + """|(?:\x1b\[|\[(?=[0-9]))[0-9;]{0,9}m|u00(?:[0-2][0-9A-Fa-f]|3[A-Fa-f])))(?:"""
        + token + ")(?![A-Za-z0-9]" + ButEscape;

    /// <summary>A value that only the name it is given to tells: one of the words, whatever its case, the rest of the name, and what assigns.</summary>
    /// <param name="words">What the name begins with; a word does not begin inside another.</param>
    /// <param name="value">What the value looks like.</param>
    /// <param name="isKeyNamed">Whether the name must also say that it is a key: the value may as well be a digest or an identifier.</param>
    public static string Assigned(IReadOnlyList<string> words, string value, bool isKeyNamed)
    {
        var name = string.Join('|', words.Select(static word => Between().Replace(Regex.Escape(word), "[_. -]?")));
        var secret = "(?:(?i:bearer|basic|token|apikey)[ \\t])?[({\\[]?" + Quote + "{0,2}(?<secret>" + value + ")(?![A-Za-z0-9_-]" + ButEscape;
        var assign = "(?>" + Rest + ")" + Quote + "{0,2}\\]?" + Apart + "[ \\t]{0,8}(?:" + Assigns + "\\s{0,8}" + Call + "|(?=\\{))";
        var key = isKeyNamed ? $"(?:(?={Rest}{Secret})|(?<={Secret}[A-Za-z0-9_.-]{{0,16}}))" : string.Empty;
        var named = isKeyNamed ? $"(?:{key}{assign}{Inner}?{secret}|{assign}{Inner}{secret})" : $"{assign}{Inner}?{secret}";

        // Most of what begins like this ends early. What the name says is asked last: it costs most, and few values get so far.
        return $"(?<flag>{Flagged})?(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z]))(?i:{name})"
            + $"(?:(?=(?>{Rest}){Ends})(?={assign}{Inner}?{secret}){Public}{named}|(?(flag){key}{Public}[A-Za-z0-9_-]{{0,24}}[ \\t]{{1,4}}{secret}|(?!)))";
    }

    /// <summary>A name of two words, written in each of the ways of code and of prose.</summary>
    public static IReadOnlyList<string> Spellings(IReadOnlyList<string> words) =>
    [
        .. words.SelectMany(static word => word.TrimEnd('_').Contains('_', StringComparison.Ordinal)
            ? new[] { "_", "-", ".", " ", string.Empty }.Select(between =>
                word.TrimEnd('_').Replace("_", between, StringComparison.Ordinal) + word[word.TrimEnd('_').Length..])
            : [word]).Distinct(StringComparer.Ordinal),
    ];

    [GeneratedRegex("(?<=.)_(?=.)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Between();
}
