using Gates.Doors.GitHub.Api;
using Gates.Doors.GitHub.Repositories;

namespace Gates.Doors.GitHub;

/// <summary>Parts that several answers have, and what is made of them.</summary>
internal static class AnswerParts
{
    /// <value>Its name alone, since Octokit breaks on an account of a type that it does not know.</value>
    public static AnswerShape User { get; } = AnswerShape.Part("user", AnswerShape.Text("login")).OrNull;

    public static AnswerShape Repository(string name) =>
        AnswerShape.Part(name, AnswerShape.Number("id"), AnswerShape.Text("full_name"), AnswerShape.Flag("fork"));

    public static Account? From(Octokit.User? user) => user is null ? null : new Account(user.Login);

    public static RepositorySummary? From(Octokit.Repository? repository) =>
        repository is null ? null : new RepositorySummary(repository.Id, repository.FullName, repository.Fork);
}
