using Gates.BuiltIn.HermeticBuild.Facts;
using Gates.BuiltIn.HermeticBuild.Tools;
using Gates.Formats.Documents;

namespace Gates.BuiltIn.HermeticBuild.Versions;

/// <summary>Conda's <c>environment.yml</c>: packages in open versions, where no lock file stands beside it.</summary>
internal sealed class CondaEnvironment(RepositoryFiles files) : IFileInspector
{
    public void Inspect(string path, string text, HermeticFacts facts)
    {
        var folder = Folders.Of(path);
        if (files.In(folder).Any(file => Folders.NameOf(file).StartsWith("conda-lock", StringComparison.Ordinal) || Folders.NameOf(file) == "pixi.lock"))
        {
            return;
        }

        foreach (var item in LenientReader.Read(text, path).Documents.SelectMany(document => document.Get("dependencies")?.Items ?? []))
        {
            var packages = item.Kind == NodeKind.Map ? item.Get("pip")?.Items ?? [] : [item];
            foreach (var package in packages.Where(package => package.IsString && !IsPinned(package.Text, item.Kind == NodeKind.Map)))
            {
                var name = package.Text[..(package.Text.IndexOfAny(['=', '<', '>', '~', '!', ' ', '[']) is > 0 and var at ? at : package.Text.Length)];
                facts.Floating.Add(new FloatingFact(name, package.Text, $"{name}{(item.Kind == NodeKind.Map ? "==" : "=")}<version>", path, package.Line));
            }
        }
    }

    private static bool IsPinned(string text, bool isPip)
    {
        if (text.StartsWith('-') || VersionForm.IsFixedSource(text))
        {
            return true;
        }

        var parts = text.Split('=', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var isExact = text.Contains("==", StringComparison.Ordinal) || (!isPip && (parts.Length > 2 || (parts.Length == 2 && Pins.IsExactVersion(parts[1]))));
        return isExact && parts.Length > 1 && VersionForm.IsFixed(parts[1]) && text.IndexOfAny(['<', '>', '~']) < 0;
    }
}
