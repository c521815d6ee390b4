namespace Gates.BuiltIn.DlpScan.Unwrapping;

/// <summary>What a text was wrapped in.</summary>
internal enum Layer : byte
{
    /// <summary>Nothing: the text stands there as it is.</summary>
    None,

    /// <summary>Nothing stands there: two texts that do not belong together are kept apart.</summary>
    Gap,

    Escapes,
    Percent,
    Entities,
    QuotedPrintable,
    Markup,
    Hex,
    Base64,

    /// <summary>Base64 of UTF-16, as PowerShell takes its commands.</summary>
    WideBase64,
}

/// <summary>Layers in words.</summary>
internal static class LayerNames
{
    /// <value>The layers that wrap single characters: what stands among those may be told by them.</value>
    public const int Escaping =
        (1 << (int)Layer.Escapes) | (1 << (int)Layer.Percent) | (1 << (int)Layer.Entities) | (1 << (int)Layer.QuotedPrintable) | (1 << (int)Layer.Markup);

    private static readonly string[] Names =
    [
        string.Empty, string.Empty, "string escapes", "percent-encoding", "HTML entities", "quoted-printable", "markup", "hexadecimal", "base64",
        "base64 of UTF-16",
    ];

    /// <summary>Several layers of one text, each a bit.</summary>
    public static string Of(int layers) =>
        string.Join(" and ", Enumerable.Range((int)Layer.Escapes, Names.Length - 2).Where(i => (layers & (1 << i)) != 0).Select(i => Names[i]));
}
