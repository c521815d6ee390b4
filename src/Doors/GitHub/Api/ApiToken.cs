namespace Gates.Doors.GitHub.Api;

/// <summary>A token that no log, exception or debugger view shows.</summary>
internal sealed class ApiToken(string value)
{
    /// <summary>The words of an Authorization header, without the token's owner ever holding it as text.</summary>
    public string Reveal() => value;

    /// <summary>A text of somebody else without this token in it.</summary>
    public string RemoveFrom(string text) => value.Length == 0 ? text : text.Replace(value, "***", StringComparison.Ordinal);

    public override string ToString() => "***";
}
