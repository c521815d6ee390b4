namespace Gates.Pipeline.Recognition;

/// <summary>What the text of a <see cref="FindingKey"/> is.</summary>
internal enum KeyText
{
    /// <summary>The lines of the finding.</summary>
    Lines,

    /// <summary>A part of a line, from its column to its end column.</summary>
    Span,

    /// <summary>The finding has no line that can be read: its message.</summary>
    Message,
}
