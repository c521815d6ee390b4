using Gates.BuiltIn.HermeticBuild.Facts;
using Gates.Formats.Documents;

namespace Gates.BuiltIn.HermeticBuild.Versions;

/// <summary>Packages of .NET projects in floating versions and ranges, where no lock file decides.</summary>
internal sealed class DotnetVersions(RepositoryFiles files) : IFileInspector
{
    private static readonly string[] Elements = ["PackageReference", "PackageVersion", "GlobalPackageReference", "DotNetCliToolReference"];

    public static bool IsCentral(string name) => name is "Directory.Packages.props" or "Directory.Build.props" or "Directory.Build.targets";

    public void Inspect(string path, string text, HermeticFacts facts)
    {
        var folder = Folders.Of(path);
        if (!Elements.Any(name => text.Contains("<" + name, StringComparison.Ordinal)) || files.Below(folder, IsLock))
        {
            return;
        }

        var all = All(MarkupReader.Read(text, path)).ToList();
        var properties = all.Where(element => element.Name == "PropertyGroup").SelectMany(group => group.Children)
            .DistinctBy(property => property.Name).ToDictionary(property => property.Name, property => property.Text.Trim(), StringComparer.Ordinal);
        foreach (var element in all.Where(element => Elements.Contains(element.Name, StringComparer.Ordinal)))
        {
            var version = element.Attribute("Version") ?? element.Attribute("VersionOverride") ?? element.Child("Version")?.Text;
            version = version?.Trim() is ['$', '(', .. var property, ')'] ? properties.GetValueOrDefault(property) ?? version : version;
            if (version is not null && IsOpen(version))
            {
                var name = element.Attribute("Include") ?? element.Attribute("Update") ?? element.Name;
                facts.Floating.Add(new FloatingFact(name, version, "Version=\"<version>\"", path, element.Line));
            }
        }
    }

    // A version alone is the lowest that will do, and NuGet takes it; [1.2.3] is that one.
    private static bool IsOpen(string version) =>
        version.Contains('*', StringComparison.Ordinal) || (version.Trim() is ['[' or '(', ..] && version.Contains(',', StringComparison.Ordinal));

    private static bool IsLock(string name) =>
        name.StartsWith("packages.", StringComparison.Ordinal) && name.EndsWith("lock.json", StringComparison.Ordinal);

    private static IEnumerable<MarkupElement> All(MarkupElement root) => root.Children.SelectMany(All).Prepend(root);
}
