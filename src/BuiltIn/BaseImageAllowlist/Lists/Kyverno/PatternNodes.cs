using Gates.Formats.Documents;

namespace Gates.BuiltIn.BaseImageAllowlist.Lists.Kyverno;

/// <summary>Look-ups in patterns.</summary>
internal static class PatternNodes
{
    /// <summary>The value under a key, whatever sign it has.</summary>
    public static DocumentNode? Get(this DocumentNode node, string key, bool anchored) =>
        anchored ? node.Entries.FirstOrDefault(entry => Anchor.Parse(entry.Key).Key == key)?.Node : node.Get(key);
}
