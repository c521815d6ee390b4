using Gates.Formats.Documents;

namespace Gates.BuiltIn.BaseImageAllowlist.Sources.Manifests;

/// <summary>Documents that stand as text within a document.</summary>
internal static class EmbeddedText
{
    /// <summary>The text with empty lines in front, so that what is read from it has the lines of the file.</summary>
    public static string Lined(DocumentNode node, string whole)
    {
        var before = node.EndLine > node.Line && IsBlock(node, whole) ? node.Line : node.Line - 1;
        return new string('\n', before) + node.Text;
    }

    /// <summary>A block's text begins on the line after its sign; that of a quoted text on its own.</summary>
    private static bool IsBlock(DocumentNode node, string whole)
    {
        var at = 0;
        for (var line = 1; line < node.Line; line++)
        {
            at = whole.IndexOf('\n', at) + 1;
            if (at == 0)
            {
                return false;
            }
        }

        at += node.Column - 1;
        return at < whole.Length && whole[at] is '|' or '>';
    }
}
