namespace Gates.Formats.Workflows;

/// <summary>A text and where its value stands in the file.</summary>
internal sealed record PlacedText(string Text, int Line, int Column)
{
    /// <value>Whether it holds a <c>${{ … }}</c> expression, so that its value is known only to GitHub.</value>
    public bool IsExpression => Text.Contains("${{", StringComparison.Ordinal);

    public override string ToString() => Text;
}
