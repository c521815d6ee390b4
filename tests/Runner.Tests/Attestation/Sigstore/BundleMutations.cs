using System.Text.Json.Nodes;

namespace Runner.Tests.Attestation.Sigstore;

/// <summary>Changes to a bundle, each of which must be noticed.</summary>
internal static class BundleMutations
{
    public static void Apply(string mutation, JsonObject bundle, JsonObject another)
    {
        var material = bundle["verificationMaterial"]!.AsObject();
        var entry = material["tlogEntries"]?[0];
        var proof = entry?["inclusionProof"];
        switch (mutation)
        {
            case "payload":
                bundle["dsseEnvelope"]!["payload"] = TestInstance.Text(System.Text.Encoding.UTF8.GetBytes(TestBundle.Statement.Replace("\"app\"", "\"evil\"", StringComparison.Ordinal)));
                break;
            case "signature":
                bundle["dsseEnvelope"]!["signatures"]![0]!["sig"] = another["dsseEnvelope"]!["signatures"]![0]!["sig"]!.DeepClone();
                break;
            case "proof hash":
                proof!["hashes"]![0] = Flip(proof["hashes"]![0]!);
                break;
            case "proof index":
                proof!["logIndex"] = "6";
                break;
            case "proof size":
                proof!["treeSize"] = "12";
                break;
            case "proof root":
                proof!["rootHash"] = Flip(proof["rootHash"]!);
                break;
            case "checkpoint text":
                Checkpoint(proof!, text => text.Replace("- 42", "- 43", StringComparison.Ordinal));
                break;
            case "checkpoint of a stranger":
                Checkpoint(proof!, text => text.LastIndexOf(' ') is var at ? text[..(at + 1)] + "AAAA" + text[(at + 5)..] : text);
                break;
            case "promise":
                entry!["inclusionPromise"]!["signedEntryTimestamp"] = Flip(entry["inclusionPromise"]!["signedEntryTimestamp"]!);
                break;
            case "time":
                entry!["integratedTime"] = "1795348801";
                break;
            case "entry of another":
                material["tlogEntries"] = another["verificationMaterial"]!["tlogEntries"]!.DeepClone();
                break;
            case "kind":
                entry!["kindVersion"] = new JsonObject { ["kind"] = "intoto", ["version"] = "0.0.2" };
                break;
            case "unknown log":
                entry!["logId"]!["keyId"] = Flip(entry["logId"]!["keyId"]!);
                break;
            case "entry twice":
                material["tlogEntries"]!.AsArray().Add(entry!.DeepClone());
                break;
            default:
                Form(mutation, bundle, material);
                break;
        }
    }

    /// <summary>Another timestamp in the place of the one that is there.</summary>
    public static void Stamp(JsonObject bundle, byte[] response) =>
        bundle["verificationMaterial"]!["timestampVerificationData"]!["rfc3161Timestamps"]![0]!["signedTimestamp"] = TestInstance.Text(response);

    /// <summary>An end of June to what a root trusts.</summary>
    public static void End(JsonNode? owner)
    {
        if (owner is not null)
        {
            owner["validFor"] = new JsonObject { ["end"] = "2026-06-01T00:00:00Z" };
        }
    }

    /// <summary>What no bundle may look like.</summary>
    private static void Form(string mutation, JsonObject bundle, JsonObject material)
    {
        switch (mutation)
        {
            case "two signatures":
                bundle["dsseEnvelope"]!["signatures"]!.AsArray().Add(bundle["dsseEnvelope"]!["signatures"]![0]!.DeepClone());
                break;
            case "media type":
                bundle["mediaType"] = "application/vnd.dev.sigstore.bundle.v0.4+json";
                break;
            case "chain in v0.3":
                material["x509CertificateChain"] = new JsonObject { ["certificates"] = new JsonArray(material["certificate"]!.DeepClone()) };
                material.Remove("certificate");
                break;
            case "key and certificate":
                material["publicKey"] = new JsonObject { ["hint"] = "x" };
                break;
            case "two contents":
                bundle["messageSignature"] = new JsonObject { ["signature"] = "AAAA" };
                break;
            case "no proof":
                material["tlogEntries"]![0]!.AsObject().Remove("inclusionProof");
                break;
            case "huge proof":
                material["tlogEntries"]![0]!["inclusionProof"]!["hashes"] = new JsonArray([.. Enumerable.Range(0, 5000).Select(_ => JsonValue.Create(TestInstance.Text(new byte[32])))]);
                break;
            case "certificate with a tail":
                material["certificate"]!["rawBytes"] = TestInstance.Text([.. Convert.FromBase64String((string)material["certificate"]!["rawBytes"]!), 0]);
                break;
            default:
                break;
        }
    }

    private static void Checkpoint(JsonNode proof, Func<string, string> change) =>
        proof["checkpoint"]!["envelope"] = change((string)proof["checkpoint"]!["envelope"]!);

    private static string Flip(JsonNode base64)
    {
        var bytes = Convert.FromBase64String((string)base64!);
        bytes[^1] ^= 1;
        return TestInstance.Text(bytes);
    }
}
