using Gates.Attestation.Keys;

namespace Gates.Runner.Commands.Keys;

/// <summary>What <c>gates keys new</c> or <c>rotate</c> was asked.</summary>
internal sealed record KeysRequest
{
    /// <value>Relative to the repository. Default: <see cref="Keyring.Path"/>.</value>
    public string Keyring { get; init; } = Gates.Attestation.Keys.Keyring.Path;

    /// <value>The folder of the private keys. Default: <see cref="PrivateKeyFolder.Default"/>.</value>
    public string Out { get; init; } = PrivateKeyFolder.Default;

    /// <value>Default: for new keys every use, for replacing them those that have one.</value>
    public IReadOnlyList<KeyUse>? Uses { get; init; }

    /// <value>The name of a witness, which its key is made for; <see langword="null"/> for every other use.</value>
    public string? WitnessName { get; init; }

    /// <value>How long a new key counts. Default: a year.</value>
    public TimeSpan Valid { get; init; } = TimeSpan.FromDays(365);

    /// <value>How long the keys before it still count. Default: two weeks.</value>
    public TimeSpan Overlap { get; init; } = TimeSpan.FromDays(14);

    /// <value>The log's name without its year, such as <c>github.com/acme/shop</c>. Default: as before, else after the remote <c>origin</c>.</value>
    public string? LogName { get; init; }
}
