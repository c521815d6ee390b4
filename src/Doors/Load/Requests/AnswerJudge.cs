using System.Text;
using Gates.Formats.LoadPlans;

namespace Gates.Doors.Load.Requests;

/// <summary>Whether an answer is what is expected, and what is in it.</summary>
internal static class AnswerJudge
{
    public static bool Holds(LoadStep step, AnswerExpectation expectation, LoadAnswer answer) => answer.Status > 0 && expectation.Kind switch
    {
        ExpectationKind.Status => step.Expects(answer.Status),
        ExpectationKind.Header => answer.Header(expectation.Subject) == expectation.Text,
        ExpectationKind.BodyContains => answer.Body.Span.IndexOf(Encoding.UTF8.GetBytes(expectation.Text)) >= 0,
        ExpectationKind.BodyMatches => expectation.Pattern!.IsMatch(Encoding.UTF8.GetString(answer.Body.Span)),
        ExpectationKind.Json => JsonPick.Of(answer.Body, expectation.Subject) == expectation.Text,
        _ => answer.Waiting + answer.Receiving <= expectation.MaxMilliseconds,
    };

    /// <returns>The value; <see langword="null"/> when it is not there.</returns>
    public static string? Extract(Extraction extraction, LoadAnswer answer) => extraction.Source switch
    {
        ExtractionSource.Header => answer.Header(extraction.Subject),
        ExtractionSource.Json => JsonPick.Of(answer.Body, extraction.Subject),
        _ when extraction.Pattern!.Match(Encoding.UTF8.GetString(answer.Body.Span)) is { Success: true } match =>
            match.Groups[match.Groups.Count > 1 ? 1 : 0].Value,
        _ => null,
    };
}
