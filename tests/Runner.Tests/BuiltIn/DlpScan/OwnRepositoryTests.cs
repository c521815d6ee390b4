using Gates.Doors.Files;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.BuiltIn.DlpScan;

public sealed class OwnRepositoryTests
{
    [Fact]
    public async Task This_repository_holds_no_secret_and_nobodys_data()
    {
        // As git lists it: below artifacts/ other tests mount a /proc while this one runs.
        var files = ExternalProgram.Run("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], Repository.Root).Succeeded();
        var paths = files.Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(path => File.Exists(Repository.Combine(path)));
        var facts = await Scanning.Inspect(WorkingTree.From(Repository.Root, paths));

        facts.GetProperty("scanned").GetProperty("files").GetInt32().ShouldBeGreaterThan(100);
        facts.GetProperty("hits")
            .EnumerateArray()
            .Select(hit => $"{hit.GetProperty("rule")} {hit.GetProperty("path")}:{hit.GetProperty("line")}")
            .ShouldBeEmpty();
    }
}
