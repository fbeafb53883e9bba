/** The engine's own messages by number; every GoldSrc client knows them. */
export const engineMessages: readonly string[] = (
  'svc_bad svc_nop svc_disconnect svc_event svc_version svc_setview svc_sound svc_time svc_print svc_stufftext ' +
  'svc_setangle svc_serverinfo svc_lightstyle svc_updateuserinfo svc_deltadescription svc_clientdata svc_stopsound ' +
  'svc_pings svc_particle svc_damage svc_spawnstatic svc_event_reliable svc_spawnbaseline svc_temp_entity svc_setpause ' +
  'svc_signonnum svc_centerprint svc_killedmonster svc_foundsecret svc_spawnstaticsound svc_intermission svc_finale ' +
  'svc_cdtrack svc_restore svc_cutscene svc_weaponanim svc_decalname svc_roomtype svc_addangle svc_newusermsg ' +
  'svc_packetentities svc_deltapacketentities svc_choke svc_resourcelist svc_newmovevars svc_resourcerequest ' +
  'svc_customization svc_crosshairangle svc_soundfade svc_filetxferfailed svc_hltv svc_director svc_voiceinit ' +
  'svc_voicedata svc_sendextrainfo svc_timescale svc_resourcelocation svc_sendcvarvalue svc_sendcvarvalue2'
).split(' ')
