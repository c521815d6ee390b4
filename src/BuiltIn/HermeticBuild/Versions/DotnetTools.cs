using Gates.BuiltIn.HermeticBuild.Facts;

namespace Gates.BuiltIn.HermeticBuild.Versions;

/// <summary>Tools of a <c>dotnet-tools.json</c> in versions that move; it is its own lock file.</summary>
internal sealed class DotnetTools : IFileInspector
{
    public void Inspect(string path, string text, HermeticFacts facts)
    {
        foreach (var tool in JsonText.Read(text, path).Get("tools")?.Entries ?? [])
        {
            if (tool.Node.Get("version") is { IsString: true } version && version.Text.AsSpan().IndexOfAny("*[(") >= 0)
            {
                facts.Floating.Add(new FloatingFact(tool.Key, version.Text, "\"version\": \"<version>\"", path, version.Line));
            }
        }
    }
}
