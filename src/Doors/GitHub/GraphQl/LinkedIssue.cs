using System.Text.Json.Serialization;

namespace Gates.Doors.GitHub.GraphQl;

/// <summary>An issue that a pull request closes. Only GraphQL knows of them.</summary>
/// <param name="Repository">Where it lies, for example <c>acme/web</c>.</param>
/// <param name="Number">From 1.</param>
/// <param name="State"><c>OPEN</c> or <c>CLOSED</c>.</param>
internal sealed record LinkedIssue(string Repository, int Number, string State);

/// <summary>What is sent.</summary>
internal sealed record LinkedIssuesRequest(string Query, ThreadVariables Variables)
{
    public const string List =
        "query($owner: String!, $name: String!, $number: Int!) { repository(owner: $owner, name: $name) { pullRequest(number: $number) { "
        + "closingIssuesReferences(first: 100) { totalCount nodes { number state repository { nameWithOwner } } } } } }";
}

/// <summary>The answer to it.</summary>
internal sealed record LinkedIssuesAnswer(LinkedIssuesAnswer.LinkedData? Data = null, IReadOnlyList<GraphQlAnswer.Error>? Errors = null)
{
    internal sealed record LinkedData(LinkedRepository? Repository = null);

    internal sealed record LinkedRepository([property: JsonPropertyName("pullRequest")] LinkedPull? PullRequest = null);

    internal sealed record LinkedPull([property: JsonPropertyName("closingIssuesReferences")] IssuePage Issues);

    internal sealed record IssuePage([property: JsonPropertyName("totalCount")] int TotalCount, IReadOnlyList<IssueNode> Nodes);

    internal sealed record IssueNode(int Number, string State, IssuePlace Repository);

    internal sealed record IssuePlace([property: JsonPropertyName("nameWithOwner")] string NameWithOwner);
}
