namespace Gates.Doors.Prometheus;

/// <summary>The client of a token server.</summary>
/// <param name="TokenUrl">Where tokens are had.</param>
/// <param name="Id">The client's id.</param>
/// <param name="Secret">Its secret.</param>
/// <param name="Scopes">To ask for; none leaves it to the server.</param>
/// <param name="Audience">To ask for; empty for none.</param>
internal sealed record Oauth2Client(Uri TokenUrl, string Id, string Secret, IReadOnlyList<string> Scopes, string Audience)
{
    /// <summary>Not generated: a record would print its secret.</summary>
    public override string ToString() => $"{Id} at {TokenUrl.Authority}";
}
