using Gates.Formats.Documents;
using Gates.Formats.Foundation.Globs;
using Gates.Formats.Settings;
using Gates.Pipeline.Facts;

namespace Gates.Runner.Configuration.Folders;

/// <summary>Makes globs that are relative to a folder relative to the repository.</summary>
internal static class FolderGlobs
{
    public static string Of(string glob, string folder) => glob.StartsWith('!') ? "!" + Glob.Escape(folder) + glob[1..] : Glob.Escape(folder) + glob;

    public static IReadOnlyDictionary<string, IReadOnlyList<string>>? Of(IReadOnlyDictionary<string, IReadOnlyList<string>>? facts, string folder) =>
        facts?.ToDictionary(kind => kind.Key, IReadOnlyList<string> (kind) => [.. kind.Value.Select(glob => OfFact(glob, folder))], StringComparer.Ordinal);

    private static string OfFact(string glob, string folder) =>
        GlobList.IsMade(glob) ? GlobList.Made + Of(GlobList.Bare(glob), folder) : Of(glob, folder);

    /// <summary>A <c>with:</c> block. What is no glob stays as it is, and is refused where it is read.</summary>
    public static DocumentNode Of(DocumentNode with, IReadOnlyList<Setting> settings, string folder) => with.Kind != NodeKind.Map ? with : DocumentNode.Map(
        [.. with.Entries.Select(entry => settings.FirstOrDefault(setting => setting.Name == entry.Key) is { } setting
            ? entry with { Node = Of(entry.Node, setting.Type, folder) }
            : entry)],
        with.Line,
        with.Column);

    /// <summary>Settings whose defaults are about the folder, too.</summary>
    public static IReadOnlyList<Setting> Of(IReadOnlyList<Setting> settings, string folder) =>
        [.. settings.Select(setting => setting is { Type: { Kind: SettingKind.Text, IsGlob: true }, Default: string glob }
            ? setting with { Default = Of(glob, folder) }
            : setting is { Type.Item: { Kind: SettingKind.Text, IsGlob: true }, Default: SettingList list }
            ? setting with { Default = new SettingList([.. list.Items.Select(item => item is string one ? Of(one, folder) : item)]) }
            : setting)];

    private static DocumentNode Of(DocumentNode node, SettingType type, string folder) => (type.Kind, node.Kind) switch
    {
        (SettingKind.Text, NodeKind.Scalar) when type.IsGlob && node.IsString && Glob.Refuse(node.Text) is null =>
            DocumentNode.Scalar(Of(node.Text, folder), Of(node.Text, folder), node.Line, node.Column),
        (SettingKind.List, NodeKind.Sequence) when type.Item is { } item =>
            DocumentNode.Sequence([.. node.Items.Select(one => Of(one, item, folder))], node.Line, node.Column),
        (SettingKind.Map, NodeKind.Map) when type.Item is { } item =>
            DocumentNode.Map([.. node.Entries.Select(entry => entry with { Node = Of(entry.Node, item, folder) })], node.Line, node.Column),
        (SettingKind.Group, NodeKind.Map) => Of(node, type.Members, folder),
        _ => node,
    };
}
