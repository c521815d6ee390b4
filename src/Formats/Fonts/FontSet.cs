namespace Gates.Formats.Fonts;

/// <summary>The fonts of a document.</summary>
/// <param name="Regular">For text.</param>
/// <param name="Bold">For headings and what is said first.</param>
/// <param name="Mono">For digests and commands.</param>
/// <param name="EastAsian">For what the others lack, such as Chinese, Japanese and Korean; <see langword="null"/> when there is none.</param>
internal sealed record FontSet(TrueTypeFont Regular, TrueTypeFont Bold, TrueTypeFont Mono, TrueTypeFont? EastAsian)
{
    /// <value>Their names.</value>
    public IReadOnlyList<string> Names => [.. new[] { Regular, Bold, Mono, EastAsian }.OfType<TrueTypeFont>().Select(font => font.Name)];
}
