using System.Text.Json;
using Gates.Doors.GitHub.CheckRuns;
using Shouldly;
using Xunit;
using static Runner.Tests.Doors.GitHub.ScriptedHandler;

namespace Runner.Tests.Doors.GitHub.CheckRuns;

public sealed class CheckRunApiTests
{
    private static readonly CheckRunDraft Draft = new(
        "Gates",
        Scripted.Sha,
        "run-1",
        new CheckRunOutput("1 failed", "See below."))
    { Conclusion = CheckConclusion.Failure };

    private static readonly CheckAnnotation Annotation = new("src/a.cs", 3, 3, AnnotationLevel.Failure, "No.");

    public static TheoryData<string, Func<object>> Refused => new()
    {

        {
            "a check run's summary has at most 65535 characters, this one has 65536",
            () => Draft with { Output = new CheckRunOutput("t", new string('x', 65_536)) }
        },

        {
            "a check run's text has at most 65535 characters, this one has 65536",
            () => Draft with { Output = new CheckRunOutput("t", "s", new string('x', 65_536)) }
        },
        { "a check run has a conclusion exactly when it is completed", () => Draft with { Conclusion = null } },
        { "an annotation's message has at most 65536 bytes", () => With(Annotation with { Message = new string('é', 32_769) }) },
        { "an annotation's title has at most 255 characters", () => With(Annotation with { Title = new string('x', 256) }) },
        { "an annotation's lines start at 1 and do not end before they start", () => With(Annotation with { StartLine = 0 }) },
        { "an annotation's lines start at 1 and do not end before they start", () => With(Annotation with { EndLine = 2 }) },
        { "an annotation has columns only on a single line", () => With(Annotation with { EndLine = 4, StartColumn = 1 }) },
        { "an annotation's path is relative to the repository", () => With(Annotation with { Path = "/etc/passwd" }) },
        { "an annotation needs a message", () => With(Annotation with { Message = "" }) },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task WhatGitHubWouldRefuseIsNotSent(string rule, Func<object> draft)
    {
        using var scripted = new Scripted(Answer(500));
        (await Should.ThrowAsync<ArgumentException>(() => scripted.Client.CheckRuns.CreateAsync(
            (CheckRunDraft)draft(),
            CancellationToken.None))).Message.ShouldBe(rule);
        scripted.Handler.Sent.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(50, 1)]
    [InlineData(51, 2)]
    [InlineData(120, 3)]
    public async Task AnnotationsAreSentInBatchesOfFifty(int count, int requests)
    {
        using var scripted = new Scripted(Answer(200, Scripted.CheckRun(5)));
        await scripted.Client.CheckRuns.CreateAsync(Many(count), CancellationToken.None);
        scripted.Handler.Sent.Count.ShouldBe(requests);
        scripted.Handler.Sent.Sum(sent => Annotations(sent.Body)).ShouldBe(count);
        scripted.Handler.Sent.ShouldAllBe(sent => Annotations(sent.Body) <= 50);
    }

    [Fact]
    public async Task TheFirstRequestCarriesTheVerdictAndLeavesOutWhatIsUnset()
    {
        using var scripted = new Scripted(Answer(201, Scripted.CheckRun(5)));
        await scripted.Client.CheckRuns.CreateAsync(With(Annotation with { StartColumn = 2 }), CancellationToken.None);
        scripted.Handler.Sent.Single().Line.ShouldBe("POST https://api.github.com/repos/acme/web/check-runs");
        scripted.Handler.Sent.Single().Body.ShouldBe(
            """{"output":{"title":"1 failed","summary":"See below.","annotations":[{"path":"src/a.cs","start_line":3,"end_line":3,"annotation_level":"failure","message":"No.","start_column":2}]},"name":"Gates","head_sha":"SHA","external_id":"run-1","status":"completed","conclusion":"failure"}"""
                .Replace("SHA", Scripted.Sha, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ABatchWhoseAnswerWasLostIsNotSentAgainWhenItArrived()
    {
        using var scripted = new Scripted(
            Answer(201, Scripted.CheckRun(5, 50)),
            Answer(502),
            Answer(200, Scripted.CheckRun(5, 100)),
            Answer(200, Scripted.CheckRun(5, 120)));
        await scripted.Client.CheckRuns.CreateAsync(Many(120), CancellationToken.None);
        scripted.Handler.Sent
            .Select(sent => (sent.Line.Split(' ')[0], Annotations(sent.Body)))
            .ShouldBe([("POST", 50), ("PATCH", 50), ("GET", 0), ("PATCH", 20)]);
    }

    [Fact]
    public async Task ABatchThatNeverArrivedIsSentAgain()
    {
        using var scripted = new Scripted(
            Answer(201, Scripted.CheckRun(5, 50)),
            Answer(502),
            Answer(200, Scripted.CheckRun(5, 50)),
            Answer(200, Scripted.CheckRun(5, 70)));
        await scripted.Client.CheckRuns.CreateAsync(Many(70), CancellationToken.None);
        scripted.Handler.Sent
            .Select(sent => (sent.Line.Split(' ')[0], Annotations(sent.Body)))
            .ShouldBe([("POST", 50), ("PATCH", 20), ("GET", 0), ("PATCH", 20)]);
    }

    [Fact]
    public async Task ACheckRunWhoseAnswerWasLostIsContinued()
    {
        using var scripted = new Scripted(Answer(502), Answer(200, $$"""{"total_count":1,"check_runs":[{{Scripted.CheckRun(8)}}]}"""));
        (await scripted.Client.CheckRuns.CreateAsync(Draft, CancellationToken.None)).Id.ShouldBe(8);
        scripted.Handler.Sent.Select(sent => sent.Line).ShouldBe(
        [
            "POST https://api.github.com/repos/acme/web/check-runs",
            $"GET https://api.github.com/repos/acme/web/commits/{Scripted.Sha}/check-runs?check_name=Gates&per_page=100",
        ]);
    }

    [Fact]
    public async Task AnUpdateRepeatsItsStateAndThenAddsAnnotations()
    {
        using var scripted = new Scripted(Answer(502), Answer(200, Scripted.CheckRun(5)));
        await scripted.Client.CheckRuns.UpdateAsync(new CheckRun(5, "Gates", Scripted.Sha, "in_progress", "run-1"), Many(60), CancellationToken.None);
        scripted.Handler.Sent.Select(sent => Annotations(sent.Body)).ShouldBe([0, 0, 50, 10]);
    }

    private static CheckRunDraft With(CheckAnnotation annotation) => Draft with { Annotations = [annotation] };

    private static CheckRunDraft Many(int count) => Draft with { Annotations = [.. Enumerable.Repeat(Annotation, count)] };

    private static int Annotations(string body) =>
        body.Length > 0 && JsonDocument.Parse(body).RootElement.GetProperty("output").TryGetProperty("annotations", out var annotations)
            ? annotations.GetArrayLength()
            : 0;
}
