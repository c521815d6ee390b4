namespace Gates.BuiltIn.HermeticBuild;

/// <summary>What may be said of an address: credentials and queries are cut, as they can be secrets.</summary>
internal static class Address
{
    private const int MaxLength = 200;

    public static string Show(string text)
    {
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        var end = text.AsSpan(Math.Max(scheme, 0)).IndexOfAny('?', '#');
        var shown = end < 0 ? text : text[..(end + Math.Max(scheme, 0))];
        var host = scheme < 0 ? 0 : scheme + 3;
        var slash = shown.IndexOf('/', host);
        var at = shown.AsSpan(host, (slash < 0 ? shown.Length : slash) - host).LastIndexOf('@');
        if (at >= 0 && (scheme >= 0 || shown.AsSpan(0, at).Contains(':')))
        {
            shown = string.Concat(shown.AsSpan(0, host), shown.AsSpan(host + at + 1));
        }

        return shown.Length <= MaxLength ? shown : WithoutPart(shown[..MaxLength]) + "…";
    }

    /// <summary>A token that was cut in two could no longer be recognised and masked.</summary>
    private static string WithoutPart(string cut)
    {
        var word = cut.Length;
        while (word > 0 && (char.IsAsciiLetterOrDigit(cut[word - 1]) || cut[word - 1] is '-' or '_' or '.'))
        {
            word--;
        }

        return cut[..word];
    }

    public static bool IsRemote(string text) =>
        text.Contains("://", StringComparison.Ordinal) && !text.StartsWith("file://", StringComparison.OrdinalIgnoreCase) && !IsLocal(text);

    /// <summary>Whether the host is this machine.</summary>
    public static bool IsLocal(string text)
    {
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        var host = text.AsSpan(scheme < 0 ? 0 : scheme + 3);
        return host.StartsWith("localhost", StringComparison.OrdinalIgnoreCase) || host.StartsWith("127.", StringComparison.Ordinal) ||
            host.StartsWith("[::1]", StringComparison.Ordinal) || host.StartsWith("0.0.0.0", StringComparison.Ordinal);
    }

    /// <summary>The host of an address, in lower case; <see langword="null"/> when a variable gives it or there is none.</summary>
    public static string? HostOf(string text)
    {
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        var rest = scheme < 0 ? text : text[(scheme + 3)..];
        var authority = rest.Split('/', '?', '#')[0];
        var host = authority[(authority.LastIndexOf('@') + 1)..].ToLowerInvariant();
        return host.Length > 0 ? host : null;
    }

    /// <summary>The file name an address ends in; empty when it ends in a folder.</summary>
    public static string FileName(string text)
    {
        var shown = Show(text);
        return shown[(shown.LastIndexOf('/') + 1)..];
    }
}
