namespace Gates.Doors.GitHub.Api;

/// <summary>Which hosts may see the token.</summary>
internal static class HostFamily
{
    /// <summary>Whether scheme, host and port are the same.</summary>
    public static bool IsSameOrigin(Uri one, Uri other) =>
        one.Scheme == other.Scheme && one.Port == other.Port && string.Equals(one.IdnHost, other.IdnHost, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether release assets may be uploaded there: the API's own host, or <c>uploads.X</c> beside <c>api.X</c>.</summary>
    public static bool AcceptsUploads(Uri api, Uri upload) =>
        IsSameOrigin(api, upload)
        || (api.Scheme == upload.Scheme && api.Port == upload.Port && api.IdnHost.StartsWith("api.", StringComparison.OrdinalIgnoreCase)
            && string.Equals(upload.IdnHost, $"uploads.{api.IdnHost["api.".Length..]}", StringComparison.OrdinalIgnoreCase));
}
