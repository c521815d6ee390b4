using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Gates.Formats.Foundation;

namespace Gates.BuiltIn.DlpScan.Values;

/// <summary>The checks for secrets: what tells a credential from a name, a path or a placeholder.</summary>
internal static class SecretChecks
{
    private static readonly string[] LocalHosts = ["localhost", "127.0.0.1", "0.0.0.0", "example.", "host", "hostname", "server", "domain", "test"];

    /// <exception cref="EvaluationException">There is no such check.</exception>
    public static ValueCheck Named(string name) => name switch
    {
        "github-crc32" => static (in c) => Checksums.TokenCrc(c.Value) ? Validity.Proven : LooksLikeWords(c.Value) ? Validity.Refuted : Validity.Plausible,
        "grafana-crc32" => static (in c) => GrafanaToken(c.Value) ? Validity.Proven : Validity.Plausible,
        "gitlab-crc32" => static (in c) => GitLabToken(c.Value) ? Validity.Proven : Validity.Plausible,
        "pem" => Pem,
        "jwt" => Jwt,
        "generic" => static (in c) => LooksLikeSecret(c.Value) ? Validity.Plausible : Validity.Refuted,
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

    /// <summary>Whether a quoted value is more likely a credential than an identifier, a path, a sentence, a format or a URL.</summary>
    private static bool LooksLikeSecret(string value) =>
        value.AsSpan().ContainsAnyInRange('0', '9') && value.AsSpan().ContainsAny(Letters)
        && !value.Contains("://", StringComparison.Ordinal) && !value.StartsWith('/') && !value.StartsWith("./", StringComparison.Ordinal)
        && !value.StartsWith('$') && !value.StartsWith('@') && !value.StartsWith('#') && !value.Contains("()", StringComparison.Ordinal)
        && value[0] is not ('%' or '.' or ':' or ',' or '-' or '+' or '*')
        && !IsNameLike(value);

    private static readonly System.Buffers.SearchValues<char> Letters = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    // Names put a digit or two at the end of words: com.acme.Token1, oauth2-client-id, sha256_with_rsa, AES-256-GCM, 2024-01-31.
    private static bool IsNameLike(string value)
    {
        var parts = value.Split(['.', '-', '_', ':', '/', ',', ' ', '|', ';', '&', '?', '='], StringSplitOptions.RemoveEmptyEntries);
        return Array.TrueForAll(parts, static part => part.Length < 5 || IsWord(part) || part.All(char.IsAsciiDigit)) || parts.Length > 6;
    }

    private static bool IsWord(string part)
    {
        var digits = part.Count(char.IsAsciiDigit);
        var changes = 0;
        for (var i = 1; i < part.Length; i++)
        {
            changes += char.IsAsciiDigit(part[i]) != char.IsAsciiDigit(part[i - 1]) ? 1 : 0;
        }

        return part.All(char.IsAsciiLetterOrDigit) && digits <= 4 && changes <= 2 && part.Length <= 24;
    }

    private static Validity UrlPassword(in Candidate candidate)
    {
        var host = candidate.Line.AsSpan(Math.Min(candidate.Line.Length, candidate.Start + candidate.Value.Length + 1));
        foreach (var local in LocalHosts)
        {
            if (host.StartsWith(local, StringComparison.OrdinalIgnoreCase))
            {
                return Validity.Refuted;
            }
        }

        var value = candidate.Value;
        return host.Contains("example.", StringComparison.OrdinalIgnoreCase) || value is "pass" or "pwd" or "pw" || value[0] is '$' or '%' or '*' or '{' or '['
            || value.Length < 6
            ? Validity.Refuted
            : Validity.Plausible;
    }

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
