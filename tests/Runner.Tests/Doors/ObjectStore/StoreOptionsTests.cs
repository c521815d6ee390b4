using Gates.Doors.ObjectStore;
using Gates.Formats.Foundation;
using Shouldly;
using Xunit;

namespace Runner.Tests.Doors.ObjectStore;

public sealed class StoreOptionsTests
{
    [Theory]
    [InlineData("s3://acme-evidence", "acme-evidence", "")]
    [InlineData("s3://acme-evidence/shop/2026/", "acme-evidence", "shop/2026/")]
    public void AStore_IsABucketAndAPrefix(string address, string bucket, string prefix)
    {
        var options = StoreOptions.Parse(address, "--store");
        (options.Bucket, options.Prefix).ShouldBe((bucket, prefix));
        options.Address.ShouldBe(address.TrimEnd('/'));
    }

    [Theory]
    [InlineData("https://acme-evidence.s3.example.com", "a store is named as s3://BUCKET or s3://BUCKET/PREFIX")]
    [InlineData("s3://", "a bucket's name has 3 to 63 lower-case letters, digits, dots and hyphens")]
    [InlineData("s3://Acme", "a bucket's name has 3 to 63 lower-case letters, digits, dots and hyphens")]
    [InlineData("s3://acme..evidence", "a bucket's name has 3 to 63 lower-case letters, digits, dots and hyphens")]
    [InlineData("s3://acme/../other", "\"..\" cannot stand in a prefix")]
    [InlineData("s3://acme//other", "\"\" cannot stand in a prefix")]
    [InlineData("s3://acme/a?versionId=1", "\"a?versionId=1\" cannot stand in a prefix")]
    public void WhatIsNoStore_IsRefused(string address, string expected) =>
        Should.Throw<UsageException>(() => StoreOptions.Parse(address, "--store")).Message.ShouldContain(expected);

    [Theory]
    [InlineData("https://s3.example.com")]
    [InlineData("http://127.0.0.1:7480")]
    public void AnEndpoint_IsEncryptedOrOfThisMachine(string text) => StoreOptions.ParseEndpoint(text, "--endpoint").ShouldBe(new Uri(text));

    [Theory]
    [InlineData("http://s3.example.com")]
    [InlineData("https://AK:SK@s3.example.com")]
    [InlineData("https://s3.example.com/?a=b")]
    [InlineData("s3.example.com")]
    [InlineData("file:///etc/passwd")]
    public void AnyOtherEndpoint_IsRefused_AndNotPrinted(string text)
    {
        var message = Should.Throw<UsageException>(() => StoreOptions.ParseEndpoint(text, "AWS_ENDPOINT_URL")).Message;
        message.ShouldBe("AWS_ENDPOINT_URL: not an address such as https://s3.example.com, without a login in it; http:// is for this machine alone");
    }
}
