using System.Text.RegularExpressions;

namespace Gates.BuiltIn.DlpScan.Values.Passwords;

/// <summary>Recognises values that only say where a secret is, are sealed, or are another kind of text.</summary>
internal static partial class References
{
    private static readonly string[] Sealed =
    [
        "ENC[", "ENC(", "{cipher}", "$ANSIBLE_VAULT", "!vault", "!Ref", "!Sub", "!GetAtt", "!secret", "!env", "!ENV", "!reference", "!Join",
        "!ImportValue", "!If", "vault:", "ref+", "op://",
        "arn:", "ssm:", "secretsmanager:", "env:", "file:", "keyring:", "azurekeyvault", "@Microsoft.KeyVault", "$2a$", "$2b$", "$2y$", "$1$", "$5$",
        "$6$", "$apr1$", "$argon2",
        "$pbkdf2", "$scrypt", "{SSHA", "{SHA", "{bcrypt}", "{noop}", "{crypt}", "pbkdf2", "sha1:", "sha256:", "sha512:", "sha256-", "sha384-",
        "sha512-", "sha1-", "scrypt:", "md5:", "bcrypt",
        "data:", "urn:", "mailto:", "javascript:", "class:", "classpath:", "projects/", "secret/", "kv/", "@/", "~/", "./", "../", "/",
        "\\\\", "-----BEGIN", "ssh-rsa", "ssh-ed25519",
    ];

    private static readonly string[] Inside = ["${", "$(", "{{", "}}", "<%", "%>", "#{", "@{", "</", "://", "*)", "(?", ".*", "\\d", "\\w", "\\s",
        "\\S", "[^", "()", "=>", "->", "::", "[]", "%(", "&lt;", "\\("];

    public static bool Is(string value, ValueForm form)
    {
        if (Array.Exists(Sealed, start => value.StartsWith(start, StringComparison.Ordinal)) || Array.Exists(Inside, part => value.Contains(part,
            StringComparison.Ordinal)))
        {
            return !IsCredentialPath(value);
        }

        // Mathematical brackets stand around what is put together elsewhere.
        return IsBetween(value, "$$") || IsBetween(value, "%%")
            || value.Contains("\u00e2\u009f\u00aa", StringComparison.Ordinal) || value.Contains("\u00e2\u009f\u00ab", StringComparison.Ordinal)
            || value[0] is '%' && value[^1] is '%' || (value[0] is '<' && value[^1] is '>') || (value[0] is '{' && value[^1] is '}')
                || (value[0] is '[' && value[^1] is ']')
            || (value[0] is '(' && value[^1] is ')') || (value.StartsWith("__", StringComparison.Ordinal) && value.EndsWith("__", StringComparison.Ordinal))
            || value.StartsWith(':')
            || Whole().IsMatch(value) || FileName().IsMatch(value)
            || (form is not ValueForm.Quoted && Expression().IsMatch(value));
    }

    private static bool IsBetween(string value, string marks) =>
        value.StartsWith(marks, StringComparison.Ordinal) || value.EndsWith(marks, StringComparison.Ordinal);

    // Base64 may begin with a slash, and end with equals signs.
    private static bool IsCredentialPath(string value) =>
        value is ['/', _, ..] && value.Length > 24 && Base64().IsMatch(value) && ValueShape.Of(value) is { IsName: false, Changes: > 12 };

    /// <summary>A variable, a format, a number with a unit, a date, a version, a type.</summary>
    [GeneratedRegex("""
        ^(?:\$[A-Za-z_][A-Za-z0-9_]{0,60}(?:[.:\[][A-Za-z0-9_.:'"\]-]{0,60})?|%[sdvqr]|%[A-Za-z_]{1,40}|\{[A-Za-z0-9_.:]{0,40}\}.{0,40}
        |.{0,40}\{[A-Za-z_][A-Za-z0-9_.]{0,40}(?::[A-Za-z0-9.<>^]{1,6})?\}.{0,40}
        |@[A-Za-z_.]{2,60}
        |[0-9]{0,6}(?:[.:/,-][0-9]{1,6}){1,8}[smhd]?|v?[0-9]{1,5}(?:\.[0-9]{1,5}){1,3}[A-Za-z0-9.+-]{0,20}
        |0x[0-9A-Fa-f]{1,8}[uUlL]{0,3}|[0-9]{1,12}[a-zA-Z]{1,3}
        |(?i:string|varchar|char|text|nvarchar|binary)\s{0,3}[(\[<!?].{0,40}|[A-Za-z]{2,20}<.{1,60}>|\#[0-9A-Fa-f]{3,8}
        |[0-9]{4}-[0-9]{2}-[0-9]{2}.{0,20}|&[a-z]{2,8};.{0,60})$
        """, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace | RegexOptions.NonBacktracking)]
    private static partial Regex Whole();

    [GeneratedRegex("""
        \.(?:pem|key|crt|cer|p12|pfx|jks|json|ya?ml|txt|xml|html?|php|py|js|ts|go|rb|java|cs|conf|cfg|ini|env|toml|sh|md|png|svg|com|org|net|io|local|asc|gpg
        |pub|der|h|c|so|dll|exe)$
        """, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace | RegexOptions.NonBacktracking)]
    private static partial Regex FileName();

    /// <summary>A member, a call or an index: <c>config.password</c>, <c>getenv("X")</c>, <c>os.environ[</c>, <c>new X</c>, <c>&amp;x</c>, <c>*x</c>.</summary>
    [GeneratedRegex("""
        ^(?:[A-Za-z_]{2,}[A-Za-z0-9_]{0,60}(?:\.[A-Za-z_][A-Za-z0-9_]{0,60}){1,8}[(\[;]?.{0,200}|[A-Za-z_]{2,}[A-Za-z0-9_]{0,60}(?:\(|\[).{0,200}
        |(?:new|await|lambda|function|return)[ ].{0,200}|[&*][A-Za-z_].{0,200}|.{0,200}[({\[])$
        """, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace | RegexOptions.NonBacktracking)]
    private static partial Regex Expression();

    [GeneratedRegex("^[A-Za-z0-9+/]{20,}={0,2}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Base64();
}
