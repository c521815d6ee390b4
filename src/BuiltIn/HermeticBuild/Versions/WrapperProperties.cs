using Gates.BuiltIn.HermeticBuild.Facts;

namespace Gates.BuiltIn.HermeticBuild.Versions;

/// <summary>Gradle's and Maven's wrappers, which fetch and run the build tool: the properties say what its archive must be.</summary>
internal sealed class WrapperProperties : IFileInspector
{
    public void Inspect(string path, string text, HermeticFacts facts)
    {
        var lines = text.Split('\n').Select(line => line.Trim()).ToList();
        var at = lines.FindIndex(line => line.StartsWith("distributionUrl", StringComparison.Ordinal));
        if (at < 0 || lines.Exists(line => line.StartsWith("distributionSha256Sum", StringComparison.Ordinal) && line.Split('=')[^1].Trim().Length == 64))
        {
            return;
        }

        var url = lines[at].Split('=', 2)[^1].Trim().Replace("\\:", ":", StringComparison.Ordinal);
        facts.Commands.Add(new CommandFact
        {
            Problem = "unchecked-download",
            Tool = path.Contains("maven", StringComparison.Ordinal) ? "mvnw" : "gradlew",
            Subjects = [Address.Show(url)],
            Better = "distributionSha256Sum=<sha256>",
            Where = "manifest",
            Path = path,
            Line = at + 1,
        });
    }
}
