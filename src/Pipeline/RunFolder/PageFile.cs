using System.Text;
using Gates.Formats.Foundation.Text;
using Gates.Pipeline.Results;
using Gates.Policies;

namespace Gates.Pipeline.RunFolder;

/// <summary>A page that a policy handed over, as a file of the run's folder.</summary>
/// <param name="Name">Relative to the folder.</param>
/// <param name="Content">UTF-8.</param>
internal sealed record PageFile(string Name, byte[] Content)
{
    public static PageFile Of(GateResult gate, PolicyPage page) =>
        new(NameOf(gate, page), Encoding.UTF8.GetBytes(SafeMarkdown.Of(page.Markdown, headings: 1)));

    public static string NameOf(GateResult gate, PolicyPage page) => $"{RunFileNames.Documents}/{Escape.FileName(gate.GateId)}/{page.Name}.md";
}
