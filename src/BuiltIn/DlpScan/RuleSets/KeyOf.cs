using System.Text.RegularExpressions;

namespace Gates.BuiltIn.DlpScan.RuleSets;

/// <summary>
/// The pattern of a value that is known only as the key of a service: the service's name, then what names a secret, then the value, as people write it
/// in settings, source, nested documents, commands, headers and URLs. A name without such a word (<c>acme_build_sha</c>) gives away no secret.
/// </summary>
internal static partial class KeyOf
{
    // What a secret is called, alone or at the end of a name; not the beginning of another word, such as "keyboard" or "path". The first letters are
    // tried first, since most places have others.
    private const string Words =
        "(?=[kKtTsSpPcCaAbBlLjJ])(?i:key|token|secret|passw(?:or)?d|pass|credential|authorization|bearer|auth|pat|login|jwt)s?(?![a-z])";

    // What may stand before it in a name of its own.
    private const string Parts =
        "(?i:(?:x|api|client|app|access|auth|secret|private|public|account|user|server|personal|rest|admin|consumer|token|bot|service|subscription|webhook"
        + "|signing|master|license|oauth)[_.-]?)";

    private const string Quotes = """(?:["'`\\\](]|&quot;|&#34;|%22|\\u0022)""";

    private const string Assigns =
        Quotes + """{0,3}(?:[ \t]{0,8}(?:=>|:=|==?|:-|:|,|\(|>|\|\||\?\?|%3[dD]|%3[aA])|,?\s{0,20}["'\\]{0,2}(?i:value)["'\\]{0,2}\s{0,4}[:=])\s{0,8}"""
        + """(?:(?i:bearer|basic|token|api-?key|key|ssws)[ \t=:]{1,2})?""" + Quotes + "{0,3}";

    // acme --token x; but what ends a path names no secret: acme.com/app/key 1f0c…, as lists of modules have it.
    private const string Spaced = """(?<!/[A-Za-z_-]{1,24})[ \t]["']?""";

    private const string User = """(?<=[ \t])-(?:u|-user)[ =]["']?(?:[^:\s"']{0,64}:)?""";

    /// <param name="services">The names of the service.</param>
    /// <param name="value">The pattern of its keys.</param>
    public static string Pattern(IReadOnlyList<string> services, string value)
    {
        var service = "(?i:" + string.Join('|', services.Select(Regex.Escape)) + ")";
        var ownName = $"{Words}(?<=(?<![A-Za-z0-9_.]){Parts}{{0,3}}{Words})";
        var secret = $"(?<secret>{value})(?![A-Za-z0-9_-])";
        var named = services.Where(static name => SecretWord().IsMatch(name)).Select(Regex.Escape).ToList();
        string[] forms =
        [
            // The service's own name for it: X-Acme-Token: x
            .. named.Count == 0 ? [] : new[] { $$"""(?i:{{string.Join('|', named)}})[A-Za-z0-9_]{0,12}{{Assigns}}{{secret}}""" },

            // acme_api_key = x, acme.client.secret: x, "acmeToken": "x"
            $$"""{{service}}[A-Za-z0-9_.$ \t-]{0,30}?{{Words}}[A-Za-z0-9_. \t-]{0,20}{{Assigns}}{{secret}}""",

            // Where all is about the service: acme: / token: x; Acme(api_key="x"); acme --token x; acme.io/?key=x; curl https://acme.io -u x:
            $$"""{{service}}[\s\S]{0,120}?(?=[kKtTsSpPcCaAbBlLjJ-])(?:{{ownName}}(?:{{Assigns}}|{{Spaced}})|{{User}}){{secret}}""",

            // acme.login("x"), new Acme("x")
            $$"""{{service}}[A-Za-z0-9_.]{0,40}\([ \t]{0,2}["'`]{{secret}}["'`]""",

            // TOKEN_ACME=x
            $$"""(?<=(?i:key|token|secret|passw(?:or)?d)[A-Za-z_.-]{0,12}){{service}}[A-Za-z0-9_]{0,12}{{Assigns}}{{secret}}""",
        ];
        return string.Join('|', forms);
    }

    [GeneratedRegex("(?:(?<!mon)key|token|secret|password|access)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SecretWord();
}
