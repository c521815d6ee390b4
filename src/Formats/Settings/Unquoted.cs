using Gates.Formats.Documents;

namespace Gates.Formats.Settings;

/// <summary>Finds values of our own files that YAML, or GitHub, takes for something else than what stands there.</summary>
internal static class Unquoted
{
    public static void Check(DocumentNode node, string key, Problems problems)
    {
        foreach (var entry in node.Entries)
        {
            Check(entry.Node, Say.Key(key, entry.Key), problems);
        }

        for (var index = 0; index < node.Items.Count; index++)
        {
            Check(node.Items[index], Say.Item(key, index), problems);
        }

        if (node.Tag is { } tag && tag.StartsWith('!'))
        {
            problems.Add(node, key, $"a value that begins with ! is a tag; quote it: {Say.Quote(node.Text.Length == 0 ? tag : $"{tag} {node.Text}")}");
        }
        else if (node is { IsPlain: true, IsString: true } && node.Text.Contains("${{", StringComparison.Ordinal))
        {
            problems.Add(
                node,
                key,
                $"GitHub fills in ${{{{ … }}}} in workflows only, here it is text; quote it if that is meant: {Say.Quote(node.Text)}, "
                    + "else pass the value with --set");
        }
    }
}
