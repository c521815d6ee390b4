namespace Gates.Doors.Registry;

/// <summary>Who asks a registry.</summary>
/// <param name="User">The name; empty with an identity token.</param>
/// <param name="Secret">The password, or the token.</param>
/// <param name="IsIdentity">Whether the secret is an identity token, which only a token server takes.</param>
internal sealed record RegistryLogin(string User, string Secret, bool IsIdentity = false)
{
    /// <summary>Never the secret.</summary>
    public override string ToString() => IsIdentity ? "an identity token" : User;
}
