using System.CommandLine;
using Gates.Attestation.Keys;
using Gates.Formats.Foundation;

namespace Gates.Runner.Commands.Verify;

/// <summary>Which witnesses a reader believes, beside those of the keyring, and how many must have seen everything.</summary>
internal sealed class WitnessOptions
{
    private const int MaxWitnesses = 100;

    private readonly Option<string[]> keys = new("--witness-keys")
    {
        Description = "Witnesses whose cosignatures count: a file with their keys, NAME+KEYID+BASE64, one a line, or a keyring; may be repeated "
            + "(default: those of the keyring).",
    };

    private readonly Option<int> wanted = new("--witnesses")
    {
        Description = "How many of them must have seen everything that is logged (default: 0, none).",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(keys);
        command.Options.Add(wanted);
    }

    /// <exception cref="UsageException">A file is no such file, or more witnesses are wanted than are believed.</exception>
    public TrustedKeys With(TrustedKeys trust, ParseResult parsed)
    {
        var named = (parsed.GetValue(keys) ?? []).Where(file => file.Length > 0).SelectMany(Read).ToList();
        var all = trust.With(named, parsed.GetValue(wanted));
        DemandOwnKeys(all);
        var known = all.Witnesses.Select(witness => witness.Verifier.Name).Distinct(StringComparer.Ordinal).Count();
        return all.WantedWitnesses is < 0 or > MaxWitnesses
            ? throw new UsageException(FormattableString.Invariant($"--witnesses {all.WantedWitnesses}: a number from 0 to {MaxWitnesses} is wanted"))
            : all.WantedWitnesses > known
                ? throw new UsageException(FormattableString.Invariant(
                    $"--witnesses {all.WantedWitnesses}: only {known} are believed; give their keys with --witness-keys FILE, or put them into the keyring"))
                : all;
    }

    /// <summary>A name is not signed: one key under two names would be two witnesses, and the log's own key would be one.</summary>
    private static void DemandOwnKeys(TrustedKeys trust)
    {
        foreach (var same in trust.Witnesses.GroupBy(witness => witness.Verifier.Key.KeyId, StringComparer.Ordinal))
        {
            if (same.Count() > 1 || (trust.All.Any(key => key.KeyId == same.Key) && trust.Keyring.Find(same.Key)?.Use is not KeyUse.Witness))
            {
                throw new UsageException(
                    $"--witness-keys: the key {same.Key} of {same.First().Verifier.Name} has another use or name as well; a witness has a key of its own");
            }
        }
    }

    private static IReadOnlyList<TrustedWitness> Read(string file)
    {
        try
        {
            return TrustedWitness.Read(File.ReadAllBytes(file), file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or EvaluationException)
        {
            throw new UsageException($"--witness-keys {file}: {e.Message}");
        }
    }
}
