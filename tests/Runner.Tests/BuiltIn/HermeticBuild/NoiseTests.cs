using Shouldly;
using Xunit;

namespace Runner.Tests.BuiltIn.HermeticBuild;

public sealed class NoiseTests
{
    [Fact]
    public void A_rule_is_said_once_a_file_with_its_lines()
    {
        var finding = Inspection.OfStep("pip install black\nnpm install -g x\npip install black\ngem install y").ShouldHaveSingleItem();

        finding.Message.ShouldBe("pip install (.github/workflows/ci.yml:5) takes whatever version of black is the newest that day. Name the version: "
            + "`pip install black==<version>`. It stands again on line 7. Likewise here: npm install x (line 6) and gem install y (line 8).");
        finding.Location!.Line.ShouldBe(5);
    }

    [Fact]
    public void Warnings_are_said_for_each_file_and_notes_once_for_the_repository()
    {
        const string workflow = "jobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: a/b@v1\n";

        var findings = Inspection.Of((".github/workflows/a.yml", workflow), (".github/workflows/b.yml", workflow));

        findings.Select(finding => (finding.Rule, finding.Location!.Path)).ShouldBe(
        [
            ("unpinned-action", ".github/workflows/a.yml"), ("unpinned-action", ".github/workflows/b.yml"), ("floating-runner", ".github/workflows/a.yml"),
        ], ignoreOrder: true);
        findings.Single(finding => finding.Rule == "floating-runner").Message.ShouldEndWith("Likewise in another file: .github/workflows/b.yml (line 3).");
    }

    [Fact]
    public void What_is_added_to_a_file_is_new_and_what_only_moves_is_not()
    {
        var before = Inspection.OfStep("pip install black\nnpm install -g x").ShouldHaveSingleItem().Identity;

        Inspection.OfStep("true\npip install black\nnpm install -g x").ShouldHaveSingleItem().Identity.ShouldBe(before);
        Inspection.OfStep("npm install -g x\npip install black").ShouldHaveSingleItem().Identity.ShouldBe(before);
        Inspection.OfStep("pip install black\nnpm install -g x\ngem install y").ShouldHaveSingleItem().Identity.ShouldNotBe(before);
    }

    [Theory]
    [InlineData("npm install", "sub", true)]
    [InlineData("npm install", "", true)]
    public void A_lock_file_above_a_project_of_its_own_is_another_projects(string command, string folder, bool isInFolderWithLock)
    {
        var workflow = $"jobs:\n  a:\n    steps:\n      - run: {command}\n        working-directory: ./{folder}\n";
        (string, string)[] files = [(".github/workflows/ci.yml", workflow), ("package.json", "{}"), ("package-lock.json", "{}"), ("sub/package.json", "{}")];

        Inspection.Of(files).Any(finding => finding.Rule == "ignored-lock").ShouldBe(folder.Length == 0 && isInFolderWithLock);
        Inspection.Of([.. files, ("sub/package-lock.json", "{}")]).Any(finding => finding.Rule == "ignored-lock").ShouldBeTrue();
    }

    [Fact]
    public void The_lock_file_of_a_workspace_is_that_of_its_members()
    {
        (string, string)[] files =
        [
            ("Dockerfile", "FROM scratch\n"), ("package.json", "{ \"workspaces\": [\"sub\"] }"), ("package-lock.json", "{}"), ("sub/package.json", "{}"),
            ("sub/Dockerfile", "FROM scratch\nRUN npm install\n"),
        ];

        Inspection.Of(files).ShouldContain(finding => finding.Rule == "ignored-lock");
    }
}
