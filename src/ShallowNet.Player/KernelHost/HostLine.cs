using System.Text.Json.Serialization;

namespace ShallowNet.Player.KernelHost;

/// <summary>The lines between the player and a kernel host: cells go to the host, what they show comes back.</summary>
[JsonSerializable(typeof(CellRequest))]
[JsonSerializable(typeof(KernelOutput))]
internal sealed partial class HostLine : JsonSerializerContext
{
    public static byte[] Of<T>(T message) => [.. JsonSerializer.SerializeToUtf8Bytes(message, typeof(T), Default), (byte)'\n'];

    /// <exception cref="JsonException">The line is half of one: its writer died.</exception>
    public static T Read<T>(string line) => (T)JsonSerializer.Deserialize(line, typeof(T), Default)!;
}
