using System.Text;

namespace Gates.Formats.Shell;

/// <summary>Puts a word together from its quoted and unquoted parts.</summary>
internal sealed class WordBuilder(int line)
{
    private readonly StringBuilder text = new();
    private readonly List<ShellPipeline> nested = [];
    private bool isDynamic;

    public void Append(char value) => text.Append(value);

    public void Append(ReadOnlySpan<char> value) => text.Append(value);

    public void MarkDynamic() => isDynamic = true;

    public void Nest(IReadOnlyList<ShellPipeline> pipelines)
    {
        isDynamic = true;
        nested.AddRange(pipelines);
    }

    public ShellWord ToWord() => new(text.ToString(), line, isDynamic, nested);
}
