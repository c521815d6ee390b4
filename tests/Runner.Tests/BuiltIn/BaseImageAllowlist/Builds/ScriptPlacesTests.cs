using Gates.BuiltIn.BaseImageAllowlist;
using Shouldly;
using Xunit;
using static Runner.Tests.BuiltIn.BaseImageAllowlist.Inspection;

namespace Runner.Tests.BuiltIn.BaseImageAllowlist.Builds;

/// <summary>Scripts that say where they stand, and builds whose Dockerfile nobody can tell.</summary>
public sealed class ScriptPlacesTests
{
    private const string Note = "note not-read d/b.sh:1: The images of this build were not looked at: which Dockerfile is built is only known to the run, "
        + "or it is not in the repository; a Dockerfile of a usual name is judged by itself.";

    [Theory]
    [InlineData("cd \"$(dirname \"$0\")\"\ndocker build -f Base .")]
    [InlineData("cd $(dirname $0) || exit 1\ndocker build -f Base .")]
    [InlineData("cd -- \"$(dirname -- \"${BASH_SOURCE[0]}\")\" && docker build -f Base .")]
    [InlineData("cd `dirname $0`\ndocker build -f Base .")]
    [InlineData("cd \"${0%/*}\"\ndocker build -f Base .")]
    [InlineData("cd \"${BASH_SOURCE%/*}\"\ndocker build -f Base .")]
    [InlineData("cd \"$(dirname \"$(readlink -f \"$0\")\")\"\ndocker build -f Base .")]
    [InlineData("cd \"$(dirname \"$0\")/..\"\ndocker build -f d/Base .")]
    [InlineData("SCRIPT_DIR=\"$(cd \"$(dirname \"${BASH_SOURCE[0]}\")\" && pwd)\"; docker build -f \"$SCRIPT_DIR/Base\" \"$SCRIPT_DIR\"")]
    [InlineData("DIR=$( cd -- \"$( dirname -- \"${BASH_SOURCE[0]}\" )\" &> /dev/null && pwd )\ndocker build -f \"${DIR}/Base\" \"${DIR}\"")]
    [InlineData("HERE=$(dirname \"$(realpath \"$0\")\")\ndocker build -f $HERE/Base $HERE")]
    [InlineData("TOP=$(cd \"$(dirname \"$0\")/..\" >/dev/null 2>&1 && pwd -P)\ndocker build -f $TOP/d/Base $TOP")]
    [InlineData("ROOT=$(git rev-parse --show-toplevel); docker build -f \"$ROOT/d/Base\"")]
    [InlineData("ROOT=$(git rev-parse --show-toplevel); docker build -f \"$ROOT/d/Base\" .")]
    [InlineData("ROOT=\"$(git rev-parse --show-toplevel 2>/dev/null || pwd)\"\ndocker build -f \"$ROOT/d/Base\" \"$ROOT\"")]
    [InlineData("ROOT=`git rev-parse --show-toplevel`\ndocker build -f \"$ROOT/d/Base\" .")]
    public void ItsOwnFolderAndTheRepositorys_AreFollowed(string script) =>
        Images(("d/b.sh", script), ("d/Base", "FROM a.io/x:1")).ShouldBe(["1: a.io/x:1"]);

    [Fact]
    public void PowerShell_KnowsItsFolder() =>
        Images(("d/b.ps1", "docker build -f \"$PSScriptRoot/Base\" $PSScriptRoot"), ("d/Base", "FROM a.io/x:1")).ShouldBe(["1: a.io/x:1"]);

    [Theory]
    [InlineData("docker build -f \"$1\" .")]
    [InlineData("docker build -f $(choose) .\ndocker build -f $2 .")]
    [InlineData("docker build \"$(mktemp -d)\"")]
    [InlineData("docker build -f ../../outside/Dockerfile .")]
    public void DockerfileThatNobodyCanTell_IsSaidOnceAFile(string script) =>
        Findings(new BaseImageAllowlistOptions(), ("d/b.sh", script)).ShouldBe([Note]);

    [Theory]
    [InlineData("docker build .")]
    [InlineData("docker build -f ../Dockerfile ..")]
    [InlineData("docker build https://example.org/x.git")]
    public void DockerfileThatOneOfItsFoldersGives_IsNoNews(string script) => Findings(new BaseImageAllowlistOptions(), ("d/b.sh", script)).ShouldBeEmpty();

    [Theory]
    [InlineData("package.json", "{\"scripts\": {\"image\": \"docker build --build-arg BASE=evil.io/x:1 .\"}}")]
    [InlineData(
        "skaffold.yaml",
        "apiVersion: skaffold/v4beta11\nkind: Config\nbuild: {artifacts: [{image: app, docker: {dockerfile: Dockerfile, buildArgs: {BASE: 'evil.io/x:1'}}}]}")]
    [InlineData(
        "skaffold.yaml",
        "apiVersion: skaffold/v4beta11\nkind: Config\nprofiles: [{build: {artifacts: [{image: app, kaniko: {buildArgs: {BASE: 'evil.io/x:1'}}}]}}]")]
    [InlineData(
        "cloudbuild.yaml",
        "substitutions: {_BASE: 'evil.io/x:1'}\nsteps: [{name: 'gcr.io/cloud-builders/docker', args: [build, --build-arg, 'BASE=${_BASE}', .]}]")]
    public void BuildArgumentsOfOtherTools_AreRead(string path, string text) =>
        Images(("Dockerfile", "ARG BASE=good.io/x:1\nFROM $BASE"), (path, text)).ShouldContain("2: evil.io/x:1");

    [Fact]
    public void PackageThatIsNotJson_IsNoNews() => Findings(new BaseImageAllowlistOptions(), ("package.json", "{\"scripts\": [docker build")).ShouldBeEmpty();
}
