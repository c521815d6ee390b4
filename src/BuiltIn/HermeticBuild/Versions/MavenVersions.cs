using Gates.BuiltIn.HermeticBuild.Facts;
using Gates.Formats.Documents;

namespace Gates.BuiltIn.HermeticBuild.Versions;

/// <summary><c>pom.xml</c>: versions that Maven chooses anew for each build. It has no lock file.</summary>
internal sealed class MavenVersions(RepositoryFiles files) : IFileInspector
{
    private static readonly string[] Elements = ["dependency", "plugin", "extension", "parent"];

    public void Inspect(string path, string text, HermeticFacts facts)
    {
        var root = MarkupReader.Read(text, path);
        if (root.Name != "project")
        {
            return;
        }

        var group = (root.Child("groupId") ?? root.Child("parent")?.Child("groupId"))?.Text ?? "";
        var properties = root.Child("properties");
        foreach (var element in All(root).Where(element => Elements.Contains(element.Name, StringComparer.Ordinal)))
        {
            var written = element.Child("version");
            var version = written?.Text ?? "";
            version = version.StartsWith("${", StringComparison.Ordinal) && version.EndsWith('}') ? properties?.Child(version[2..^1])?.Text ?? "" : version;
            var owner = element.Child("groupId")?.Text ?? "";
            // A snapshot of the project's own modules is built with it.
            var isOwn = version.EndsWith("-SNAPSHOT", StringComparison.Ordinal) && (owner == group || owner.StartsWith("${", StringComparison.Ordinal)
                || owner.StartsWith(group + ".", StringComparison.Ordinal));
            isOwn = isOwn && (element.Name != "parent" || IsHere(element.Child("relativePath")?.Text ?? "../pom.xml", Folders.Of(path)));
            if (IsOpen(version) && !isOwn)
            {
                facts.Floating.Add(new FloatingFact(element.Child("artifactId")?.Text ?? element.Name, version, "<version>1.2.3</version>", path,
                    written!.Line));
            }
        }
    }

    // A parent that is not in the repository comes from elsewhere, whatever its group.
    private bool IsHere(string written, string folder)
    {
        var name = written.Trim();
        for (; name.StartsWith("../", StringComparison.Ordinal) && folder.Length > 0; name = name[3..])
        {
            folder = Folders.Of(folder);
        }

        return name.Length > 0 && (files.Exists(folder, name) || files.Exists(Folders.Join(folder, name), "pom.xml"));
    }

    private static bool IsOpen(string version) =>
        version is "LATEST" or "RELEASE" || version.EndsWith("-SNAPSHOT", StringComparison.Ordinal)
            || (version is ['[' or '(', ..] && version.Contains(',', StringComparison.Ordinal));

    private static IEnumerable<MarkupElement> All(MarkupElement root) => root.Children.SelectMany(All).Prepend(root);
}
