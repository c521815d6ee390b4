using Gates.Doors.Files;
using Shouldly;
using Xunit;

namespace Runner.Tests.BuiltIn.DlpScan;

public sealed class OwnRepositoryTests
{
    private static readonly string[] Left = ["artifacts", ".git", "node_modules"];

    [Fact]
    public async Task This_repository_holds_no_secret_and_nobodys_data()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Gates.sln")))
        {
            root = Path.GetDirectoryName(root)!;
        }

        var files = Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(root, path))
            .Where(path => !path.Split('/').Intersect(Left, StringComparer.Ordinal).Any());
        var facts = await Scanning.Inspect(WorkingTree.From(root, files));

        facts.GetProperty("scanned").GetProperty("files").GetInt32().ShouldBeGreaterThan(100);
        facts.GetProperty("hits")
            .EnumerateArray()
            .Select(hit => $"{hit.GetProperty("rule")} {hit.GetProperty("path")}:{hit.GetProperty("line")}")
            .ShouldBeEmpty();
    }
}
