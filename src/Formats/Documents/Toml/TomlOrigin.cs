namespace Gates.Formats.Documents.Toml;

/// <summary>What made a table; decides what may still be added to it.</summary>
internal enum TomlOrigin
{
    /// <summary>A header of a table in it: its own header may follow.</summary>
    Implied,

    /// <summary>Its own header, or the file.</summary>
    Header,

    /// <summary>A dotted key.</summary>
    DottedKey,

    /// <summary>Braces: it is complete.</summary>
    Inline,
}
