using System.Text.Json;

namespace Gates.Attestation.Statements;

/// <summary>A release as a signed statement names it.</summary>
/// <param name="Tag">Its tag.</param>
/// <param name="Commit">The commit, in full.</param>
/// <param name="Repository">The repository, as its maker knew it.</param>
/// <param name="Decision">The newest decision about the commit, <c>PASSED</c> or <c>FAILED</c>; <see langword="null"/> when none is said.</param>
internal sealed record NamedRelease(string Tag, string Commit, string Repository, string? Decision)
{
    /// <value>The property of a manifest's predicate that holds it; a reader of the reference predicate ignores it.</value>
    public const string Property = "gates";

    /// <value>The tag in a file's name: it may hold slashes, and a name may not.</value>
    public string FileName => string.Concat(Tag.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '+' ? c : '_'));

    /// <returns><see langword="null"/> when the statement names none.</returns>
    public static NamedRelease? Of(Statement statement) => statement.PredicateType switch
    {
        StatementKinds.Controls => From(statement.Predicate),
        StatementKinds.Reference => Member(statement.Predicate, Property) is { } own ? From(own) : OfSubject(statement),
        _ => null,
    };

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject(Property);
        json.WriteString("release", Tag);
        json.WriteString("commit", Commit);
        json.WriteString("repository", Repository);
        if (Decision is not null)
        {
            json.WriteString("decision", Decision);
        }

        json.WriteEndObject();
    }

    private static NamedRelease? From(JsonElement value) =>
        Text(value, "release") is { Length: > 0 } tag && Text(value, "commit") is { Length: > 0 } commit && Text(value, "repository") is { } repository
            ? new NamedRelease(tag, commit, repository, Text(value, "decision"))
            : null;

    /// <summary>Manifests of earlier versions name it only where the release is its commit: <c>https://example.com/acme/app@v1.0.0</c>.</summary>
    private static NamedRelease? OfSubject(Statement statement) =>
        statement.Subjects is [{ Name: var name } subject] && subject.Digest.GetValueOrDefault("gitCommit") is { } commit
            && name.LastIndexOf('@') is var at and > 0 && at < name.Length - 1
                ? new NamedRelease(name[(at + 1)..], commit, name[..at], null)
                : null;

    private static JsonElement? Member(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Object ? member : null;

    private static string? Text(JsonElement value, string name) =>
        value.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}
