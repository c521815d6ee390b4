namespace Gates.Doors.Sigstore;

/// <summary>
/// How a job of GitHub Actions asks who it is. Source: GitHub Docs, "OpenID Connect reference", methods for requesting the OIDC token.
/// </summary>
internal static class WorkloadIdentity
{
    public const string AddressVariable = "ACTIONS_ID_TOKEN_REQUEST_URL";

    /// <value>Whoever has it can sign in the job's name while the job runs.</value>
    public const string TokenVariable = "ACTIONS_ID_TOKEN_REQUEST_TOKEN";
}
