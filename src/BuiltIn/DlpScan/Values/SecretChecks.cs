using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Gates.BuiltIn.DlpScan.Values.Passwords;
using Gates.Formats.Foundation;

namespace Gates.BuiltIn.DlpScan.Values;

/// <summary>The checks for secrets: what tells a credential from a name, a path or a placeholder.</summary>
internal static class SecretChecks
{
    private static readonly string[] LocalHosts =
    [
        "localhost", "127.0.0.1", "0.0.0.0", "[::1]", "host", "hostname", "server", "servername", "domain", "domain.com", "test", "test.com",
        "yourhost", "your-host", "myhost", "ip", "address",
    ];

    private static readonly System.Buffers.SearchValues<char> HostLetters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_[]:");

    /// <exception cref="EvaluationException">There is no such check.</exception>
    public static ValueCheck Named(string name) => name switch
    {
        "github-crc32" => static (in c) => Checksums.TokenCrc(c.Value) ? Validity.Proven : LooksLikeWords(c.Value) ? Validity.Refuted : Validity.Plausible,
        "grafana-crc32" => static (in c) => GrafanaToken(c.Value) ? Validity.Proven : Validity.Plausible,
        "gitlab-crc32" => static (in c) => GitLabToken(c.Value) ? Validity.Proven : Validity.Plausible,
        "pem" => Pem,
        "jwt" => Jwt,
        "password" => Password,
        "quoted-password" => QuotedPassword,
        "written-password" => WrittenPassword,
        "url-password" => UrlPassword,
        "basic-auth" => BasicAuth,
        _ => throw new EvaluationException($"dlp-scan has no check named '{name}'."),
    };

    // npm_config_some_long_setting has the shape of a token, too.
    private static bool LooksLikeWords(string value) => !value.AsSpan(4).ContainsAnyInRange('0', '9');

    // Older tokens, and those of other kinds, carry none.
    private static bool GitLabToken(string value) =>
        value.Length > 40 && value[^10] == '.' && string.Equals(Checksums.GitLabCrc(value[..^7]), value[^7..], StringComparison.Ordinal);

    private static bool GrafanaToken(string value) =>
        value.LastIndexOf('_') is var end and > 5 && string.Equals(Checksums.GrafanaCrc(value[..end]), value[(end + 1)..], StringComparison.OrdinalIgnoreCase);

    private static Validity Pem(in Candidate candidate)
    {
        var body = PemText.Body(candidate.Value);
        var first = candidate.Value.AsSpan().TrimStart(" \t\r\n\\nr\"'+,;|>#*/.%&(`");

        // A single hyphen is a diff's.
        first = first is ['-', not '-', ..] ? first[1..] : first;
        var starts = first.Length > 0 && (PemText.IsBase64(first[0]) || first.Contains("\n\n", StringComparison.Ordinal));
        return starts && body.Length >= 40 && Entropy.Of(body) > 3.5 && HasLongRun(candidate.Value) ? Validity.Plausible : Validity.Refuted;
    }

    // Code that looks for the header has words and punctuation after it, a key has a line of base64.
    private static bool HasLongRun(string text)
    {
        var run = 0;
        foreach (var c in text)
        {
            run = PemText.IsBase64(c) ? run + 1 : 0;
            if (run >= 36)
            {
                return true;
            }
        }

        return false;
    }

    private static Validity Jwt(in Candidate candidate)
    {
        try
        {
            var header = Base64Url.DecodeFromChars(candidate.Value.AsSpan(0, candidate.Value.IndexOf('.', StringComparison.Ordinal)));
            using var document = JsonDocument.Parse(header);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("alg", out _)
                ? Validity.Plausible
                : Validity.Refuted;
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return Validity.Refuted;
        }
    }

    private static Validity UrlPassword(in Candidate candidate)
    {
        var value = candidate.Value;
        var after = candidate.Line.AsSpan(Math.Min(candidate.Line.Length, candidate.Start + value.Length));
        var at = after.StartsWith("@tcp(", StringComparison.Ordinal) ? 5 : 1;
        var host = after[Math.Min(at, after.Length)..];
        var end = host.IndexOfAnyExcept(HostLetters);
        host = end < 0 ? host : host[..end];
        return IsReserved(host.ToString().TrimEnd('.')) || value.Length < 6 || value is "pass" or "pwd" or "pw" || value[0] is '$' or '*' or '{' or '['
            || (value[0] == '%' && !(value.Length > 2 && char.IsAsciiHexDigit(value[1]) && char.IsAsciiHexDigit(value[2])))
            || value.Contains("${", StringComparison.Ordinal) || value.Contains("{{", StringComparison.Ordinal) || value.Contains("$(",
                StringComparison.Ordinal)
            || (value[0] is '(' && value[^1] is ')') || (value.IndexOf('{', StringComparison.Ordinal) is var open and >= 0 && value.IndexOf('}', open) > 0)
            ? Validity.Refuted
            : Validity.Plausible;
    }

    /// <summary>A host that is no one's, compared whole: <c>server1.acme.net</c> is real, <c>server</c> is not.</summary>
    private static bool IsReserved(string host) =>
        host.Length == 0
        || Array.Exists(LocalHosts, local => host.Equals(local, StringComparison.OrdinalIgnoreCase))
        || Array.Exists(host.Split('.'), static label => label.Equals("example", StringComparison.OrdinalIgnoreCase))
        || host.EndsWith(".invalid", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".test", StringComparison.OrdinalIgnoreCase);

    private static Validity Password(in Candidate candidate) =>
        SecretJudge.Of(candidate.Value, Meaning.Password, ValueForm.Bare, FileKind.Shell) == Strength.Sure ? Validity.Plausible : Validity.Refuted;

    private static Validity QuotedPassword(in Candidate candidate) =>
        SecretJudge.Of(candidate.Value, Meaning.Password, ValueForm.Quoted, FileKind.Code) == Strength.Sure ? Validity.Plausible : Validity.Refuted;

    private static Validity WrittenPassword(in Candidate candidate) =>
        SecretJudge.Of(candidate.Value, Meaning.Password, ValueForm.Words, FileKind.Prose) == Strength.Sure ? Validity.Plausible : Validity.Refuted;

    private static Validity BasicAuth(in Candidate candidate)
    {
        Span<byte> decoded = stackalloc byte[400];
        if (!Convert.TryFromBase64String(candidate.Value, decoded, out var length))
        {
            return Validity.Refuted;
        }

        var text = Encoding.Latin1.GetString(decoded[..length]);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && text.Length - colon > 6 && text.All(static c => c is >= ' ' and <= '~') && !MadeUp.Is(text, RuleCategories.GenericSecret)
            ? Validity.Plausible
            : Validity.Refuted;
    }
}
