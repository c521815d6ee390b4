using Gates.Doors.GitHub.Api;

namespace Gates.Doors.GitHub;

/// <summary>Reads the account in an answer: its name alone, since Octokit breaks on an account of a type that it does not know.</summary>
internal static class AccountReader
{
    public static AnswerShape Shape { get; } = AnswerShape.Part("user", AnswerShape.Text("login")).OrNull;

    public static Account? From(Octokit.User? user) => user is null ? null : new Account(user.Login);
}
