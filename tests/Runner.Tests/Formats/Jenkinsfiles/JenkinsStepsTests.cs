using Gates.Formats.Jenkinsfiles;
using Shouldly;
using Xunit;

namespace Runner.Tests.Formats.Jenkinsfiles;

public sealed class JenkinsStepsTests
{
    [Theory]
    [InlineData("sh 'make'", "1 make")]
    [InlineData("node {\n  sh(\"make all\")\n}", "2 make all")]
    [InlineData("sh script: 'make', returnStatus: true", "1 make")]
    [InlineData("sh(label: 'Build', returnStdout: true, script: 'make')", "1 make")]
    [InlineData("sh '''\n  make\n  test -f x\n'''", "1 \n  make\n  test -f x\n")]
    [InlineData("sh \"\"\"cd \\$HOME; make ${env.TARGET} ${params.V ?: 'x'} $PLAIN\"\"\"", "1 cd $HOME; make ${TARGET} ${{ params.V ?: 'x' }} $PLAIN")]
    [InlineData("sh 'echo \\'a\\' \\\\ b'", "1 echo 'a' \\ b")]
    [InlineData("sh 'a\\nb'", "1 a;b")]
    [InlineData("powershell 'Get-Item x'\npwsh(script: 'y')", "1 PS Get-Item x", "2 PS y")]
    [InlineData("// sh 'no'\n/* sh 'no' */ sh 'yes'", "2 yes")]
    [InlineData("def x = 'https://a.example//b'\nsh 'yes'", "2 yes")]
    [InlineData("it's\nsh 'yes'", "2 yes")]
    [InlineData("echo 'sh'\npublish 'no'\nfresh 'no'\nsh label: 'no'")]
    [InlineData("sh 'never ended\n")]
    [InlineData("sh '''never ended\n")]
    [InlineData("/* never ended sh 'no'")]
    [InlineData("// never ended sh 'no'")]
    [InlineData("")]
    public void Scripts_AreFound_WithTheirLines(string text, params string[] steps) =>
        JenkinsSteps.Read(text).Select(step => FormattableString.Invariant($"{step.Line} {(step.IsPowerShell ? "PS " : "")}{step.Script}")).ShouldBe(steps);

    [Theory]
    [InlineData("Jenkinsfile", true)]
    [InlineData("ci/Jenkinsfile.release", true)]
    [InlineData("ci/deploy.jenkinsfile", true)]
    [InlineData("Jenkinsfiles/x.groovy", false)]
    public void Names_AreKnown(string path, bool isOne) => JenkinsSteps.IsJenkinsfile(path).ShouldBe(isOne);

    [Fact]
    public void ALongText_TakesNoTime()
    {
        JenkinsSteps.Read(string.Concat(Enumerable.Repeat("sh '", 50_000))).Count.ShouldBeLessThan(50_001);
        JenkinsSteps.Read(new string('"', 100_001)).ShouldBeEmpty();
        JenkinsSteps.Read(string.Concat(Enumerable.Repeat("sh \n", 50_000)) + "'x'").Count.ShouldBe(1);
    }
}
