using System.Text;
using Gates.Doors.Git.Remotes;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Doors.Git.Remotes;

public sealed class LoginQuestionTests
{
    [Theory]
    [InlineData("Username for 'https://github.example': ", "x-access-token\n")]
    [InlineData("Password for 'https://x-access-token@github.example': ", "the-token\n")]
    [InlineData("Password for 'https://github.example': ", "the-token\n")]
    public void QuestionForAServerWhoseLoginIsHeld_IsAnswered(string question, string answer) => Ask(question).ShouldBe((0, answer));

    [Theory]
    [InlineData("Password for 'https://evil.example': ")]
    [InlineData("Password for 'https://github.example@evil.example': ")]
    [InlineData("Password for 'https://github.example:8443': ")]
    [InlineData("Password for 'http://github.example': ")]
    public void QuestionForAnotherServer_IsNot(string question) => Ask(question).ShouldBe((1, ""));

    [Fact]
    public void SocketWhereNobodyListens_IsNoAnswer()
    {
        using var output = new MemoryStream();
        LoginQuestion.Answer("Username for 'https://github.example': ", "/nowhere/s", output).ShouldBe(1);
        output.Length.ShouldBe(0);
    }

    /// <summary>Else a variable that an earlier step leaves in the job would answer for a command.</summary>
    [Theory]
    [InlineData("run")]
    [InlineData("verify")]
    [InlineData("--version")]
    [InlineData("Username for 'ssh://github.example': ")]
    [InlineData("Username for 'https://github.example': run")]
    public void CommandOfOurs_IsNoQuestion(string argument) => LoginQuestion.IsQuestion(argument).ShouldBeFalse();

    /// <summary>The words are git's own: a program stands where git looks for one that asks, and writes down what it was asked.</summary>
    [Fact]
    public void Words_AreThoseOfTheInstalledGit()
    {
        using var folder = new TempFolder();
        var program = folder.WriteProgram("ask", $"#!/bin/sh\necho \"$1\" >> {folder.Path}/asked\necho me\n");
        using var server = new GitHttpBackend(folder.Path) { Demanded = "Basic nobody" };

        ExternalProgram.Run(
            "git",
            ["-c", "credential.helper=", "ls-remote", server.Address + "/acme/shop.git"],
            environment: new Dictionary<string, string>(StringComparer.Ordinal) { ["GIT_ASKPASS"] = program, ["LC_ALL"] = "C" });

        var asked = folder.Read("asked").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        asked.Length.ShouldBe(2);
        asked.ShouldAllBe(question => LoginQuestion.IsQuestion(question));
    }

    private static (int ExitCode, string Output) Ask(string question)
    {
        var socket = GitLogins.Hold(new Uri("https://github.example"), "x-access-token", "the-token");
        using var output = new MemoryStream();
        return (LoginQuestion.Answer(question, socket, output), Encoding.UTF8.GetString(output.ToArray()));
    }
}
